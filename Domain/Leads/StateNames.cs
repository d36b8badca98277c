namespace AlignmentBot.Domain.Leads;

/// <summary>The names of states in the API, in commands and in storage. Stable: never renamed.</summary>
public static class StateNames
{
    public const string Incomplete = "incomplete";
    public const string Offered = "offered";
    public const string Accepted = "accepted";
    public const string Contacted = "contacted";
    public const string Qualified = "qualified";
    public const string Opportunity = "opportunity";
    public const string Won = "won";
    public const string Lost = "lost";
    public const string Rejected = "rejected";
    public const string Recycled = "recycled";

    public static readonly ValueList<string> All =
        [Incomplete, Offered, Accepted, Contacted, Qualified, Opportunity, Won, Lost, Rejected, Recycled];

    public static string Of(LeadState state) => state switch
    {
        LeadState.Incomplete => Incomplete,
        LeadState.Offered => Offered,
        LeadState.Accepted => Accepted,
        LeadState.Contacted => Contacted,
        LeadState.Qualified => Qualified,
        LeadState.Opportunity => Opportunity,
        LeadState.Won => Won,
        LeadState.Lost => Lost,
        LeadState.Rejected => Rejected,
        LeadState.Recycled => Recycled,
        _ => throw new NotSupportedException($"No name for {state.GetType().Name}."),
    };
}
