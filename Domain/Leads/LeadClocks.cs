using NodaTime;

namespace AlignmentBot.Domain.Leads;

/// <summary>Starts and stops the clocks of the clauses as a lead moves.</summary>
public static class LeadClocks
{
    /// <summary>The promise that runs in a state, if any.</summary>
    public static Clause? Running(LeadState state) => state switch
    {
        LeadState.Incomplete => Clause.Supply,
        LeadState.Offered => Clause.Decide,
        LeadState.Accepted => Clause.FirstContact,
        LeadState.Contacted => Clause.Outcome,
        LeadState.Rejected { Answered: null } => Clause.Answer,
        LeadState.Rejected or LeadState.Qualified or LeadState.Opportunity or LeadState.Won or LeadState.Lost or LeadState.Recycled => null,
        _ => throw new NotSupportedException($"No clock rule for {state.GetType().Name}."),
    };

    /// <summary>The clocks after a move at <paramref name="at"/>. A promise that goes on running keeps its start, and no clock stops before
    /// it started, even where the machine's own clock was set back.</summary>
    public static ValueList<ClauseClock> After(ValueList<ClauseClock> clocks, LeadState next, Instant at)
    {
        var running = Running(next);
        var stopped = clocks
            .Select(clock => clock.StoppedAt is null && clock.Clause != running ? clock with { StoppedAt = Instant.Max(at, clock.StartedAt) } : clock)
            .ToValueList();
        return running is { } clause && !stopped.Any(clock => clock.StoppedAt is null) ? stopped.Add(new ClauseClock(clause, at)) : stopped;
    }

    /// <summary>The clocks with a word that somebody needs longer.</summary>
    public static ValueList<ClauseClock> With(LeadFact.Snoozed fact, ValueList<ClauseClock> clocks) => clocks
        .Select(clock => clock.StoppedAt is null && clock.Clause == fact.Clause ? clock with { Snoozed = new Snooze(fact.By, fact.Until, fact.Reason) } : clock)
        .ToValueList();

    /// <summary>The clocks with what was measured when one stopped and another started.</summary>
    /// <param name="before">The clocks before the move; <paramref name="after"/> has them in the same places.</param>
    public static ValueList<ClauseClock> With(ClockMeasure measured, ValueList<ClauseClock> before, ValueList<ClauseClock> after) => after
        .Select((clock, place) => place >= before.Count
            ? clock with { Target = measured.Target, DueAt = measured.DueAt, AgreementVersion = measured.AgreementVersion }
            : before[place].StoppedAt is null && clock.StoppedAt is not null ? clock with { Worked = measured.Worked } : clock)
        .ToValueList();
}
