using AlignmentBot.Domain;
using AlignmentBot.Domain.Review;
using NodaTime;

namespace AlignmentBot.Storage;

/// <summary>Packs, check-ins, and what check-ins decided. Written by <see cref="Commit.Review"/>.</summary>
public interface IReviews
{
    ValueTask<ReviewPack?> FindPack(PodId pod, PackKind kind, LocalDate from, CancellationToken ct);

    ValueTask<CheckIn?> FindCheckIn(string id, CancellationToken ct);

    /// <summary>The pod's newest check-in, or null when there was none.</summary>
    ValueTask<CheckIn?> LastCheckIn(PodId pod, CancellationToken ct);

    /// <summary>What a check-in decided, in order.</summary>
    ValueTask<IReadOnlyList<ReviewDecision>> DecisionsOf(string checkIn, CancellationToken ct);

    ValueTask<ReviewDecision?> FindDecision(string id, CancellationToken ct);

    /// <summary>What the pod has decided and not done, at most <paramref name="limit"/>.</summary>
    ValueTask<IReadOnlyList<ReviewDecision>> OpenDecisions(PodId pod, int limit, CancellationToken ct);

    /// <summary>Sets those timers that are not set; leaves the others as they are, due ones too.</summary>
    ValueTask SetMissingTimers(ValueList<Timer> timers, CancellationToken ct);
}

/// <summary>What a commit writes of reviews.</summary>
public sealed record ReviewWrites
{
    /// <summary>Replaces a pack of the same pod, kind and first day.</summary>
    public ReviewPack? Pack { get; init; }

    /// <summary>A new check-in.</summary>
    public CheckIn? CheckIn { get; init; }

    /// <summary>A new decision, or a known one that was done.</summary>
    public ReviewDecision? Decision { get; init; }
}
