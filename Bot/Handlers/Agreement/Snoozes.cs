using System.Globalization;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Agreement;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Agreement;

/// <summary>"I need longer": reminders wait, the clock does not.</summary>
public sealed class Snoozes(LeadDesk desk, LeadViews views, BotClock clock)
{
    /// <summary>Opens the form, unless its answer would be refused anyway.</summary>
    public async Task<Answer> Form(Click click, CancellationToken ct)
    {
        if (await views.Find(new LeadId(click.Value), ct) is not { } view)
            return LeadAnswers.Refused(new Refusal.NoSuchLead(), null, click.Who);
        if (view.Roster.FindByAccount(click.Who.Door, click.Who.Account) is not { } member)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), view, click.Who);
        if (view.Lead.RunningClock is not { } running)
            return LeadAnswers.Refused(new Refusal.NoClockRuns(), view, click.Who);
        var asIfSent = new LeadCommand.Snooze(running.Clause, view.Now, string.Empty);
        return LeadDecider.Decide(view.Lead, asIfSent, new Actor.Person(member), view.Now) is Decision.Refused refused
            ? LeadAnswers.Refused(refused.Why, view, click.Who)
            : new Answer.Ask(SlaForms.Snooze(view, Reader.Of(member, view.Pod)));
    }

    public async Task<Answer> Submit(Submission form, CancellationToken ct)
    {
        if (await views.Find(new LeadId(form.Value), ct) is not { } view)
            return LeadAnswers.Refused(new Refusal.NoSuchLead(), null, form.Who);
        var answers = new FormAnswers(view, form.Answers, LeadAnswers.ReaderOf(view, form.Who));
        if (MinutesOf(answers[FieldNames.Working]) is not { } minutes)
            return new Answer.Correct([answers.Error(FieldNames.Working, "sla.snooze.choose")]);
        if (answers[FieldNames.Reason] is not { Length: <= LeadForms.ReasonLimit } reason)
            return new Answer.Correct([answers.Error(FieldNames.Reason, "sla.snooze.why")]);
        if (view.Lead.RunningClock is not { } running)
            return LeadAnswers.Refused(new Refusal.NoClockRuns(), view, form.Who);

        var until = Until(view, form.Who, Duration.FromMinutes(minutes));
        var request = new LeadRequest(form.Who.Door, new Caller.Person(form.Who), new LeadCommand.Snooze(running.Clause, until, reason), form.Delivery, LeadAnswers.Kept);
        return LeadAnswers.Of(await desk.Decide(view.Lead.Id, request, ct), form.Who);
    }

    /// <summary>So much of the person's own working time from now; where they work no more, of the clock on the wall.</summary>
    private Instant Until(LeadView view, Visitor who, Duration working) =>
        view.Roster.FindByAccount(who.Door, who.Account) is { } member && WorkingTime.DueAt(clock.Now, working, WorkCalendar.Of(member, view.Pod)) is { } until
            ? until
            : clock.Now + working;

    private static int? MinutesOf(string? answer) =>
        int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && SlaForms.Longer.Contains(minutes) ? minutes : null;
}
