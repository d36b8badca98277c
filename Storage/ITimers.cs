using NodaTime;

namespace AlignmentBot.Storage;

/// <summary>Due dates, kept as rows and written in the transaction of the state they belong to.</summary>
public interface ITimers
{
    /// <summary>Claims timers due at or before <paramref name="now"/>, earliest first; others do not see them until the lease ends.</summary>
    ValueTask<IReadOnlyList<Timer>> ClaimTimers(Instant now, Duration lease, int limit, CancellationToken ct);

    /// <summary>When the earliest timer that nobody holds is due, or null when there is none.</summary>
    ValueTask<Instant?> NextTimerDue(CancellationToken ct);
}

/// <summary>A due date. Setting one with a known key moves it.</summary>
/// <param name="Key">Unique, such as <c>undo/ab12cd34ef</c>.</param>
/// <param name="Kind">Which handler: a name from the table of timers.</param>
/// <param name="Subject">What it is about.</param>
public sealed record Timer(string Key, Instant Due, string Kind, string Subject);
