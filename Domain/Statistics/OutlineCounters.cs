using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Domain.Statistics;

/// <summary>Which counters one lead raises by one.</summary>
internal static class OutlineCounters
{
    public static IEnumerable<Counter> Of(LeadOutline lead)
    {
        yield return Counter.HandedOver;
        if (lead.Complete)
            yield return Counter.Complete;
        if (lead.DecidedAt is not null)
            yield return Counter.Decided;
        if (lead.AcceptedAt is not null)
            yield return Counter.Accepted;
        if (lead.ContactedAt is not null)
            yield return Counter.Contacted;
        if (lead.QualifiedAt is not null)
            yield return Counter.Qualified;
        if (lead.OpportunityAt is not null)
            yield return Counter.Opportunity;
        if (lead.WonAt is not null)
            yield return Counter.Won;
        if (lead.LostAt is not null)
            yield return Counter.Lost;
        if (lead.State == StateNames.Offered)
            yield return Counter.Waiting;
        if (lead.State == StateNames.Incomplete)
            yield return Counter.Incomplete;
        if (lead.State is StateNames.Accepted or StateNames.Contacted or StateNames.Qualified or StateNames.Opportunity)
            yield return Counter.InWork;
    }
}
