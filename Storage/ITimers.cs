using NodaTime;

namespace AlignmentBot.Storage;

/// <summary>Due dates, kept as rows and written in the transaction of the state they belong to.</summary>
public interface ITimers
{
    /// <summary>Claims timers due at or before <paramref name="now"/>, earliest first; others do not see them until the lease ends.</summary>
    ValueTask<IReadOnlyList<Timer>> ClaimTimers(Instant now, Duration lease, int limit, CancellationToken ct);

    /// <summary>When the next timer can be claimed: its due date, or the end of the lease on it. Null when there is none.</summary>
    ValueTask<Instant?> NextTimerDue(CancellationToken ct);

    /// <summary>The timer with this key, held or not; null when there is none.</summary>
    ValueTask<Timer?> FindTimer(string key, CancellationToken ct);
}

/// <summary>A due date. Setting one with a known key moves it; a claim on it then ends, and finishing that claim leaves the moved one in place.</summary>
/// <param name="Key">Unique, such as <c>undo/ab12cd34ef</c>.</param>
/// <param name="Kind">Which handler: a name from the table of timers.</param>
/// <param name="Subject">What it is about.</param>
public sealed record Timer(string Key, Instant Due, string Kind, string Subject);
