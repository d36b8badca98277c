using NodaTime;

namespace AlignmentBot.Bot.Workers;

/// <summary>When each worker last came round, for the readiness check.</summary>
public sealed class WorkerHealth
{
    private long outbox;
    private long timers;

    public bool Started => Interlocked.Read(ref outbox) > 0 && Interlocked.Read(ref timers) > 0;

    public void OutboxAlive(Instant now) => Interlocked.Exchange(ref outbox, now.ToUnixTimeTicks());

    public void TimersAlive(Instant now) => Interlocked.Exchange(ref timers, now.ToUnixTimeTicks());
}
