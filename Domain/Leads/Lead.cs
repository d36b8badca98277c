using NodaTime;

namespace AlignmentBot.Domain.Leads;

/// <summary>A marketing qualified lead: what was handed over, where it is in its life, and the clocks of the promises made about it.</summary>
/// <param name="AgreementVersion">The version of the pod's agreement under which it was handed over; 1 or more.</param>
public sealed record Lead(
    LeadId Id,
    PodId Pod,
    Instant HandedOverAt,
    int AgreementVersion,
    Brief Brief,
    LeadState State,
    ValueList<ClauseClock> Clocks)
{
    /// <summary>The clock that runs, or null when nobody owes anything.</summary>
    public ClauseClock? RunningClock => Clocks.Count > 0 && Clocks[^1].StoppedAt is null ? Clocks[^1] : null;

    /// <summary>Who works the lead, from accepting on.</summary>
    public MemberId? Owner => State switch
    {
        LeadState.Accepted s => s.Owned.Owner,
        LeadState.Contacted s => s.Owned.Owner,
        LeadState.Qualified s => s.Owned.Owner,
        LeadState.Opportunity s => s.Owned.Owner,
        LeadState.Won s => s.Owned.Owner,
        LeadState.Lost s => s.Owned.Owner,
        _ => null,
    };
}
