namespace AlignmentBot.Bot.Hosting;

/// <summary>The bells of the two workers, and the news for those who show pods live.</summary>
public sealed class Wakeups : IDisposable
{
    public Wakeup Outbox { get; } = new();

    public Wakeup Timers { get; } = new();

    public PodNews News { get; } = new();

    public void Dispose()
    {
        Outbox.Dispose();
        Timers.Dispose();
    }
}
