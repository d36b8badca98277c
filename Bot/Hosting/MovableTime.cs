using NodaTime;

namespace AlignmentBot.Bot.Hosting;

/// <summary>The system's time, shifted: for trials and tests, where a whole month passes in a minute. It goes on ticking.</summary>
public sealed class MovableTime : TimeProvider
{
    private long shiftTicks;

    /// <param name="start">Where the clock starts, or null for the present.</param>
    public MovableTime(Instant? start)
    {
        if (start is { } instant)
            Set(instant);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref shiftTicks));

    public void Set(Instant instant) => Interlocked.Exchange(ref shiftTicks, (instant.ToDateTimeOffset() - System.GetUtcNow()).Ticks);
}
