namespace AlignmentBot.Bot.Hosting;

/// <summary>The bells of the two workers.</summary>
public sealed class Wakeups : IDisposable
{
    public Wakeup Outbox { get; } = new();

    public Wakeup Timers { get; } = new();

    public void Dispose()
    {
        Outbox.Dispose();
        Timers.Dispose();
    }
}
