using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Leads;

/// <summary>The buttons of a lead's card.</summary>
public sealed class LeadClicks(LeadDesk desk, LeadViews views, IStore store, BotClock clock)
{
    public Task<Answer> Accept(Click click, CancellationToken ct) => Do(click, new LeadCommand.Accept(), ct);

    public Task<Answer> Undo(Click click, CancellationToken ct) => Do(click, new LeadCommand.Undo(), ct);

    public Task<Answer> Contacted(Click click, CancellationToken ct) => Do(click, new LeadCommand.Contact(clock.Now), ct);

    public Task<Answer> Qualified(Click click, CancellationToken ct) => Do(click, new LeadCommand.Qualify(clock.Now), ct);

    public Task<Answer> ReOffer(Click click, CancellationToken ct) => Do(click, new LeadCommand.ReOffer(null), ct);

    public Task<Answer> Recycle(Click click, CancellationToken ct) => Do(click, new LeadCommand.Recycle(null), ct);

    public Task<Answer> Noted(Click click, CancellationToken ct) => Do(click, new LeadCommand.NoteRejection(), ct);

    public Task<Answer> RejectForm(Click click, CancellationToken ct) =>
        Ask(click, new LeadCommand.Reject(new Rejection(RejectionReason.Defaults[0], null)), LeadForms.Reject, ct);

    public Task<Answer> ReleaseForm(Click click, CancellationToken ct) => Ask(click, new LeadCommand.Release(string.Empty), LeadForms.Release, ct);

    public Task<Answer> RepairForm(Click click, CancellationToken ct) => Ask(click, new LeadCommand.Repair([]), LeadForms.Repair, ct);

    public Task<Answer> OpportunityForm(Click click, CancellationToken ct) =>
        Ask(click, new LeadCommand.OpenOpportunity(clock.Now, null), LeadForms.Opportunity, ct);

    public Task<Answer> WinForm(Click click, CancellationToken ct) => Ask(click, new LeadCommand.Win(clock.Now, null), LeadForms.Win, ct);

    public Task<Answer> LoseForm(Click click, CancellationToken ct) => Ask(click, new LeadCommand.Lose(clock.Now, string.Empty), LeadForms.Lose, ct);

    /// <summary>Whom to give the lead to is asked first; whether it can be given to them is decided when the form comes back.</summary>
    public async Task<Answer> ReassignForm(Click click, CancellationToken ct)
    {
        if (await views.Find(new LeadId(click.Value), ct) is not { } view)
            return LeadAnswers.Refused(new Refusal.NoSuchLead(), null, click.Who);
        var member = view.Roster.FindByAccount(click.Who.Door, click.Who.Account);
        if (member is null)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), view, click.Who);
        var refusal = LeadRights.Check(view.Lead, new LeadCommand.Reassign(member), new Actor.Person(member));
        return refusal is null
            ? new Answer.Ask(LeadForms.Reassign(view, Reader.Of(member, view.Pod)))
            : LeadAnswers.Refused(refusal, view, click.Who);
    }

    /// <summary>The lead's card and history, for the one who asked.</summary>
    public async Task<Answer> History(Click click, CancellationToken ct)
    {
        if (await views.Find(new LeadId(click.Value), ct) is not { } view)
            return LeadAnswers.Refused(new Refusal.NoSuchLead(), null, click.Who);
        if (view.Roster.FindByAccount(click.Who.Door, click.Who.Account) is not { } member)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), view, click.Who);
        return new Answer.Show(LeadHistoryCard.Draw(view, await store.History(view.Lead.Id, ct), Reader.Of(member, view.Pod)));
    }

    private async Task<Answer> Do(Click click, LeadCommand command, CancellationToken ct)
    {
        var request = new LeadRequest(click.Who.Door, new Caller.Person(click.Who), command, click.Delivery, LeadAnswers.Kept);
        return LeadAnswers.Of(await desk.Decide(new LeadId(click.Value), request, ct), click.Who);
    }

    /// <summary>Opens a form, unless its answer would be refused anyway: nobody types a note for nothing.</summary>
    private async Task<Answer> Ask(Click click, LeadCommand asIfSent, Func<LeadView, Reader, Form> form, CancellationToken ct)
    {
        if (await views.Find(new LeadId(click.Value), ct) is not { } view)
            return LeadAnswers.Refused(new Refusal.NoSuchLead(), null, click.Who);
        if (view.Roster.FindByAccount(click.Who.Door, click.Who.Account) is not { } member)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), view, click.Who);
        return LeadDecider.Decide(view.Lead, asIfSent, new Actor.Person(member), view.Now) is Decision.Refused refused
            ? LeadAnswers.Refused(refused.Why, view, click.Who)
            : new Answer.Ask(form(view, Reader.Of(member, view.Pod)));
    }
}
