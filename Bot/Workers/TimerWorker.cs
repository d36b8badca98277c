using AlignmentBot.Bot.Handlers;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Workers;

/// <summary>Wakes what is due. Due dates are rows; nothing is kept in memory.</summary>
public sealed partial class TimerWorker(IStore store, TimerRoutes routes, BotClock clock, Wakeups wakeups, WorkerHealth health, ILogger<TimerWorker> logger)
    : BackgroundService
{
    private static readonly Duration Lease = Duration.FromMinutes(1);
    private const int Most = 100;

    private readonly TimerBatch batch = new(store, routes, logger);

    /// <summary>Handles everything that is due now.</summary>
    public async Task Drain(CancellationToken ct)
    {
        while (true)
        {
            var due = await store.ClaimTimers(clock.Now, Lease, Most, ct);
            if (due.Count == 0)
                return;
            await batch.Handle(due, ct);
            wakeups.Outbox.Ring();
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        WorkLoop.Run(Round, wakeups.Timers, clock, failure => Log.Failed(logger, failure), stoppingToken);

    private async Task<Instant?> Round(CancellationToken ct)
    {
        await Drain(ct);
        health.TimersAlive();
        return await store.NextTimerDue(ct);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The timers stopped short; they go on in a moment.")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
