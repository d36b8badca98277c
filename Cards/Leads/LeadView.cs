using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Cards.Leads;

/// <summary>A lead with what is needed to show it.</summary>
/// <param name="Now">The moment of drawing; decides whether a decision can still be taken back.</param>
public sealed record LeadView(Lead Lead, Pod Pod, Roster Roster, Instant Now)
{
    /// <summary>What the pod has agreed on; null where a card does not need it.</summary>
    public SlaPolicy? Policy { get; init; }

    /// <summary>Until when the running promise is due, where a clock is agreed.</summary>
    public Instant? DecideBy { get; init; } = Lead.RunningClock?.DueAt;
}
