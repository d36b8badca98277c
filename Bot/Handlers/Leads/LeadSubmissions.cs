using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Handlers.Leads;

/// <summary>The forms about a lead, as they come back. What is wrong is said at its field.</summary>
public sealed class LeadSubmissions(LeadDesk desk, LeadViews views, BotClock clock)
{
    public Task<Answer> Reject(Submission form, CancellationToken ct) => Do(form, LeadFormAnswers.Reject, ct);

    public Task<Answer> Release(Submission form, CancellationToken ct) => Do(form, LeadFormAnswers.Release, ct);

    public Task<Answer> Repair(Submission form, CancellationToken ct) => Do(form, LeadFormAnswers.Repair, ct);

    public Task<Answer> Reassign(Submission form, CancellationToken ct) => Do(form, LeadFormAnswers.Reassign, ct);

    public Task<Answer> Opportunity(Submission form, CancellationToken ct) =>
        Do(form, answers => LeadFormAnswers.Amount(answers, amount => new LeadCommand.OpenOpportunity(clock.Now, amount)), ct);

    public Task<Answer> Win(Submission form, CancellationToken ct) =>
        Do(form, answers => LeadFormAnswers.Amount(answers, amount => new LeadCommand.Win(clock.Now, amount)), ct);

    public Task<Answer> Lose(Submission form, CancellationToken ct) => Do(form, answers => LeadFormAnswers.Lose(answers, clock.Now), ct);

    private async Task<Answer> Do(Submission form, Func<FormAnswers, Parsed> parse, CancellationToken ct)
    {
        var id = new LeadId(form.Value);
        if (await views.Find(id, ct) is not { } view)
            return LeadAnswers.Refused(new Refusal.NoSuchLead(), null, form.Who);

        var parsed = parse(new FormAnswers(view, form.Answers, LeadAnswers.ReaderOf(view, form.Who)));
        if (parsed is Parsed.Wrong wrong)
            return new Answer.Correct(wrong.Errors);

        var request = new LeadRequest(form.Who.Door, new Caller.Person(form.Who), ((Parsed.Fine)parsed).Command, form.Delivery, LeadAnswers.Kept);
        return LeadAnswers.Of(await desk.Decide(id, request, ct), form.Who);
    }
}
