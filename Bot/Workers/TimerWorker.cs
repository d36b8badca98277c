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
    private const int Batch = 100;

    /// <summary>Handles everything that is due now.</summary>
    public async Task Drain(CancellationToken ct)
    {
        while (true)
        {
            var due = await store.ClaimTimers(clock.Now, Lease, Batch, ct);
            if (due.Count == 0)
                return;
            foreach (var timer in due)
                await Handle(timer, ct);
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

    private async Task Handle(Storage.Timer timer, CancellationToken ct)
    {
        try
        {
            await routes.Handle(timer, ct);
            wakeups.Outbox.Ring();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Its lease ends by itself; then it is tried again.
            Log.TimerFailed(logger, timer.Key, timer.Kind, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The timers stopped short; they go on in a moment.")]
        public static partial void Failed(ILogger logger, Exception failure);

        [LoggerMessage(Level = LogLevel.Error, Message = "Timer {Key} of kind {Kind} failed; it is tried again when its lease ends.")]
        public static partial void TimerFailed(ILogger logger, string key, string kind, Exception failure);
    }
}
