using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Domain.Agreement;

/// <summary>What other terms would have done to the clocks of the last days.</summary>
public sealed record DryRun(int Days, ValueList<DryRunClause> Clauses)
{
    /// <summary>How far back it looks.</summary>
    public const int DaysBack = 30;

    /// <summary>Counts the clocks of these leads; see <see cref="DryRunCount"/>.</summary>
    public static DryRun Of(IEnumerable<Lead> leads, AgreementTerms terms, SlaPolicy policy, Instant now)
    {
        var count = new DryRunCount(terms, policy, now);
        foreach (var lead in leads)
            count.Add(lead);
        return count.Result;
    }
}

/// <param name="Clocks">How many clocks of this clause were looked at.</param>
/// <param name="Kept">How many were kept under the terms that held.</param>
/// <param name="WouldBeKept">How many would have been kept under the other terms.</param>
public sealed record DryRunClause(Clause Clause, int Clocks, int Kept, int WouldBeKept);
