using AlignmentBot.Domain;
using NodaTime;

namespace AlignmentBot.Storage;

/// <summary>What is to be said to people in private, kept until it is said. Written by <see cref="Commit"/>.</summary>
public interface INudges
{
    /// <summary>What could be said to this person now, the oldest first.</summary>
    ValueTask<IReadOnlyList<Nudge>> WaitingNudges(MemberId member, Instant now, CancellationToken ct);

    /// <summary>What one message says, the oldest first.</summary>
    ValueTask<IReadOnlyList<Nudge>> NudgesOf(string batch, CancellationToken ct);

    /// <summary>When this person was last told something, newest first, from a moment on.</summary>
    ValueTask<IReadOnlyList<Instant>> ToldSince(MemberId member, Instant since, CancellationToken ct);

    /// <summary>How often leads were passed on to whom.</summary>
    ValueTask<IReadOnlyDictionary<MemberId, int>> Turns(PodId pod, CancellationToken ct);
}

/// <summary>Something to be said to somebody in private. It names the subject, never the words.</summary>
/// <param name="Key">Unique; the same is said once.</param>
/// <param name="Subject">What is drawn when it is said. Where nothing is drawn any more, nothing is said.</param>
/// <param name="At">Not before this moment, and only in the person's own hours.</param>
public sealed record Nudge(string Key, PodId Pod, MemberId To, string Subject, Instant At);

/// <summary>One message that says some of what waited for a person.</summary>
/// <param name="Said">Keys of what it says.</param>
/// <param name="Dropped">Keys of what is no longer true.</param>
public sealed record NudgeBatch(string Id, MemberId To, Instant At, ValueList<string> Said, ValueList<string> Dropped);

/// <summary>How many leads a rep has been passed by turn.</summary>
/// <param name="Before">The count that was read; null where there was none.</param>
public sealed record TurnTaken(PodId Pod, MemberId Member, int Taken, int? Before);
