namespace AlignmentBot.Bot.Workers;

/// <summary>When each worker last came round, for the readiness check. By the machine's own steady clock, which nobody moves.</summary>
public sealed class WorkerHealth
{
    /// <summary>A worker sleeps half a minute at most; after three of those it is stuck.</summary>
    private const long StuckAfterMilliseconds = 90_000;

    private long outbox = -1;
    private long timers = -1;

    /// <summary>What is wrong, in a sentence, or null.</summary>
    public string? Fault => FaultOf("outbox", Interlocked.Read(ref outbox)) ?? FaultOf("timer", Interlocked.Read(ref timers));

    public void OutboxAlive() => Interlocked.Exchange(ref outbox, Environment.TickCount64);

    public void TimersAlive() => Interlocked.Exchange(ref timers, Environment.TickCount64);

    private static string? FaultOf(string worker, long alive) => alive switch
    {
        < 0 => $"The {worker} worker has not started yet.",
        _ when Environment.TickCount64 - alive > StuckAfterMilliseconds => $"The {worker} worker has not come round for {StuckAfterMilliseconds / 1000} seconds.",
        _ => null,
    };
}
