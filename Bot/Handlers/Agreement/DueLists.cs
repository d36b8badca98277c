using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Agreement;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Agreement;

/// <summary><c>/mql due</c> and <c>/mql why LEAD</c>.</summary>
public sealed class DueLists(IStore store, LeadViews views, BotClock clock)
{
    /// <summary>From how many letters on an id may be cut short.</summary>
    private const int PrefixLength = 4;

    private const int MostRead = 200;

    /// <summary>What is due by the end of the day: the caller's own, and for team leads everybody's.</summary>
    public async Task<Answer> Due(CommandCall call, CancellationToken ct)
    {
        if (call.Member is not { } member)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), null, call.Who);
        var tomorrow = call.Reader.Zone.AtStartOfDay(clock.Now.InZone(call.Reader.Zone).Date.PlusDays(1)).ToInstant();
        var due = new List<LeadView>();
        foreach (var stored in await store.LeadsDue(call.Pod.Id, tomorrow, MostRead, ct))
        {
            var view = await views.Of(stored.Lead, ct);
            if (member.PodLead || IsOwedBy(view, member))
                due.Add(view);
        }

        return new Answer.Show(DueCard.Draw(due.ToValueList(), member.PodLead, call.Reader));
    }

    /// <summary>How the due date of a lead came about; the id may be cut short where it is clear.</summary>
    public async Task<Answer> Why(CommandCall call, CancellationToken ct)
    {
        var texts = Texts.For(call.Reader.Language);
        if (call.Member is null)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), null, call.Who);
        if (call.Rest.Length < PrefixLength)
            return new Answer.Say(texts["sla.why.usage", PrefixLength], Tone.Warning);
        var found = await store.FindLeadsByPrefix(call.Pod.Id, call.Rest.ToLowerInvariant(), 2, ct);
        return found.Count switch
        {
            0 => new Answer.Say(texts["command.lead.none", call.Rest], Tone.Warning),
            1 => Explain(await views.Of(found[0].Lead, ct), call.Reader),
            _ => new Answer.Say(texts["command.lead.several", call.Rest], Tone.Warning),
        };
    }

    public async Task<Answer> Why(Click click, CancellationToken ct)
    {
        if (await views.Find(new LeadId(click.Value), ct) is not { } view)
            return LeadAnswers.Refused(new Refusal.NoSuchLead(), null, click.Who);
        return view.Roster.FindByAccount(click.Who.Door, click.Who.Account) is { } member
            ? Explain(view, Reader.Of(member, view.Pod))
            : LeadAnswers.Refused(new Refusal.NotOnRoster(), view, click.Who);
    }

    /// <summary>Explains the clock that runs, else the last that ran.</summary>
    private static Answer.Show Explain(LeadView view, Reader reader) => new(WhyCard.Draw(
        new WhyView(view, view.Lead.Clocks is [.., var last] ? last : null, view.Policy?.CalendarsFor(view.Lead).ToValueList() ?? []), reader));

    /// <summary>The lead is theirs to act on: they have it, or it waits for anybody of their side.</summary>
    private static bool IsOwedBy(LeadView view, Member member)
    {
        var at = LadderTimers.CaseOf(view, view.Lead.RunningClock!);
        return LadderRules.Acting(at).Any(acting => acting.Id == member.Id);
    }
}
