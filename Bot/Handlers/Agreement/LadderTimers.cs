using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Bot.Handlers.Agreement;

/// <summary>
/// The due dates of a lead's clocks, set in the transaction that starts a clock. There is one row per lead and clause, for the next step.
/// The row of a clock that has stopped is not taken away: a decision may be undone, and then the ladder goes on where it was. When it comes
/// and nothing runs, it simply goes.
/// </summary>
public static class LadderTimers
{
    /// <summary>The next step of a ladder.</summary>
    public const string Step = "sla-step";

    /// <summary>Says that a lead will be due before anybody works who could decide on it.</summary>
    public const string Gap = "sla-gap";

    /// <summary>Somebody who needed longer is reminded again.</summary>
    public const string SnoozeOver = "sla-snooze";

    public static IEnumerable<Timer> After(Lead? before, LeadView after, ValueList<LeadEvent> events)
    {
        var lead = after.Lead;
        if (after.Policy is not { } policy || lead.RunningClock is not { } clock)
            return [];
        if (events is [.., { Fact: LeadFact.Snoozed snoozed }])
            return [new Timer($"sla-snooze/{lead.Id}/{Clauses.NameOf(clock.Clause)}", snoozed.Until, SnoozeOver, SubjectOf(lead, clock, 0))];
        if (lead.Clocks.Count <= (before?.Clocks.Count ?? 0))
            return [];
        var first = Next(lead, clock, policy.Agreement.Terms.LadderOf(clock.Clause), policy);
        return first is null ? [] : HasGap(before, after, clock) ? [first, GapOf(after, clock)] : [first];
    }

    /// <summary>The timer of the first step of a clock that starts.</summary>
    private static Timer? Next(Lead lead, ClauseClock clock, Ladder ladder, SlaPolicy policy) =>
        LadderMoments.From(0, clock, ladder, policy.CalendarsFor(lead)).FirstOrDefault() is { } moment ? Of(lead, clock, moment) : null;

    public static Timer Of(Lead lead, ClauseClock clock, LadderMoment moment) =>
        new($"sla/{lead.Id}/{Clauses.NameOf(clock.Clause)}", moment.At, Step, SubjectOf(lead, clock, moment.Number));

    private static string SubjectOf(Lead lead, ClauseClock clock, int number) => new LadderSubject(lead.Id, clock.Clause, clock.StartedAt, number).ToString();

    private static Timer GapOf(LeadView after, ClauseClock clock) => new($"sla-gap/{after.Lead.Id}", after.Now, Gap, SubjectOf(after.Lead, clock, 0));

    /// <summary>Asked when a lead comes to sales for the first time; later the ladder itself says who is not there.</summary>
    private static bool HasGap(Lead? before, LeadView after, ClauseClock clock) =>
        clock.Clause == Clause.Decide && before?.State is null or LeadState.Incomplete && LadderRules.HasGap(CaseOf(after, clock));

    /// <summary>The case of a lead as it is now, where turns do not matter.</summary>
    public static LadderCase CaseOf(LeadView view, ClauseClock clock) =>
        new(view.Lead, clock, view.Pod, view.Roster.Members.ToValueList(), new Dictionary<MemberId, int>(), view.Now);
}
