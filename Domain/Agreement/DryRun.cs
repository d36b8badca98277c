using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Domain.Agreement;

/// <summary>What other terms would have done to the clocks of the last days.</summary>
public sealed record DryRun(int Days, ValueList<DryRunClause> Clauses)
{
    /// <summary>How far back it looks.</summary>
    public const int DaysBack = 30;

    /// <summary>Counts the clocks that started within the last 30 days and have stopped, or are overdue: how many were kept, and how many would have been.</summary>
    /// <param name="policy">What holds now; its calendars are used for what would have been.</param>
    public static DryRun Of(IEnumerable<Lead> leads, AgreementTerms terms, SlaPolicy policy, Instant now)
    {
        var since = now - Duration.FromDays(DaysBack);
        var counted = leads
            .SelectMany(lead => lead.Clocks.Where(clock => clock.StartedAt >= since).Select(clock => (Lead: lead, Clock: clock)))
            .Select(found => (found.Clock, Would: WouldBeDue(found.Lead, found.Clock, terms, policy)))
            .Where(found => found.Clock.StoppedAt is not null || found.Clock.IsBroken(now) || found.Would < now);
        return new DryRun(DaysBack, counted
            .GroupBy(found => found.Clock.Clause)
            .OrderBy(clause => clause.Key)
            .Select(clause => new DryRunClause(
                clause.Key,
                clause.Count(),
                clause.Count(found => !found.Clock.IsBroken(now)),
                clause.Count(found => !(found.Would < (found.Clock.StoppedAt ?? now)))))
            .ToValueList());
    }

    private static Instant? WouldBeDue(Lead lead, ClauseClock clock, AgreementTerms terms, SlaPolicy policy) =>
        WorkingTime.DueAt(clock.StartedAt, terms.TargetOf(clock.Clause, lead.Brief), policy.CalendarsFor(lead));
}

/// <param name="Clocks">How many clocks of this clause were looked at.</param>
/// <param name="Kept">How many were kept under the terms that held.</param>
/// <param name="WouldBeKept">How many would have been kept under the other terms.</param>
public sealed record DryRunClause(Clause Clause, int Clocks, int Kept, int WouldBeKept);
