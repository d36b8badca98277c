using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Setup;

/// <summary>What the set-up form starts with.</summary>
/// <param name="Conversation">The platform's id of the channel.</param>
/// <param name="Room">The channel's name.</param>
/// <param name="IsNew">True when the channel has no pod yet.</param>
/// <param name="TimeZone">Proposed, or null when nothing is known.</param>
/// <param name="Groups">Groups of people to choose from, at most 60; empty where the platform has none.</param>
public sealed record SetupDraft(string Conversation, string Room, bool IsNew, string? Name, string? TimeZone, ValueList<Option> Groups)
{
    public SideDraft Sales { get; init; } = SideDraft.Nobody;

    public SideDraft Marketing { get; init; } = SideDraft.Nobody;

    public ValueList<string> PodLeads { get; init; } = [];

    /// <summary>What was wrong with the answers that this draft carries; null at first.</summary>
    public string? Fault { get; init; }
}

/// <summary>One side as it is chosen: the people of a group, and people by their accounts.</summary>
public sealed record SideDraft(string? Group, ValueList<string> People)
{
    public static readonly SideDraft Nobody = new(null, []);
}
