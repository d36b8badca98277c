using System.Diagnostics.Metrics;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Hosting;

/// <summary>Shows how much is owed, how much is parked, and how long the oldest owed message waits. Asked of the store every few seconds.</summary>
public sealed class OutboxGauge(IStore store, BotClock clock) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private readonly Meter meter = new(BotMetrics.Name);
    private OutboxDepth depth = new(0, 0, null);

    public override void Dispose()
    {
        meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        meter.CreateObservableGauge("alignmentbot.outbox.owed", () => depth.Owed, "{message}", "Messages that are owed.");
        meter.CreateObservableGauge("alignmentbot.outbox.parked", () => depth.Parked, "{message}", "Messages that a permanent error stopped.");
        meter.CreateObservableGauge("alignmentbot.outbox.age", Age, "s", "How long the oldest owed message has been waiting.");
        using var timer = new PeriodicTimer(Between);
        do
            depth = await store.Depth(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private double Age() => depth.OldestNotBefore is { } oldest ? Math.Max(0, (clock.Now - oldest).TotalSeconds) : 0;
}
