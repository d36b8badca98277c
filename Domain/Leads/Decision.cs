namespace AlignmentBot.Domain.Leads;

/// <summary>What a command leads to.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>The facts, in order, and the lead after them.</summary>
    public sealed record Happened(ValueList<LeadFact> Facts, Lead Next) : Decision;

    public sealed record Refused(Refusal Why) : Decision;

    /// <summary>It is so already; nothing needs to be kept.</summary>
    public sealed record Unchanged : Decision
    {
        public static readonly Unchanged Instance = new();
    }
}
