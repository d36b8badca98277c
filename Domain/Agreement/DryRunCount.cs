using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Domain.Agreement;

/// <summary>Counts the clocks that started within the last 30 days and have stopped, or are overdue: how many were kept, and how many would have
/// been under other terms. Leads are added one by one, so that there can be any number of them.</summary>
/// <param name="policy">What holds now; its calendars are used for what would have been.</param>
public sealed class DryRunCount(AgreementTerms terms, SlaPolicy policy, Instant now)
{
    private readonly Instant since = now - Duration.FromDays(DryRun.DaysBack);
    private readonly SlaPolicy would = policy with { Agreement = policy.Agreement with { Terms = terms } };
    private readonly SortedDictionary<Clause, DryRunClause> counted = [];

    public DryRun Result => new(DryRun.DaysBack, counted.Values.ToValueList());

    public void Add(Lead lead)
    {
        foreach (var clock in lead.Clocks)
        {
            if (clock.StartedAt >= since)
                Add(lead, clock);
        }
    }

    private void Add(Lead lead, ClauseClock clock)
    {
        var due = WorkingTime.DueAt(clock.StartedAt, terms.TargetOf(clock.Clause, lead.Brief), would.CalendarsFor(lead));
        if (clock.StoppedAt is null && !clock.IsBroken(now) && !(due < now))
            return;
        var sum = counted.GetValueOrDefault(clock.Clause) ?? new DryRunClause(clock.Clause, 0, 0, 0);
        counted[clock.Clause] = sum with
        {
            Clocks = sum.Clocks + 1,
            Kept = sum.Kept + (clock.IsBroken(now) ? 0 : 1),
            WouldBeKept = sum.WouldBeKept + (due < (clock.StoppedAt ?? now) ? 0 : 1),
        };
    }
}
