using AlignmentBot.Bot.Hosting;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Workers;

/// <summary>Delivers what is owed: all ready conversations side by side, each in its own order.</summary>
public sealed partial class OutboxWorker(IStore store, OutboxDelivery delivery, BotClock clock, Wakeups wakeups, WorkerHealth health, ILogger<OutboxWorker> logger)
    : BackgroundService
{
    private static readonly Duration Lease = Duration.FromMinutes(2);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);
    private const int Conversations = 16;
    private const int RowsPerConversation = 40;

    /// <summary>Delivers everything that can be delivered now.</summary>
    public async Task Drain(CancellationToken ct)
    {
        while (await Turn(ct))
        {
            // Each turn takes the heads of some conversations.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await store.ReleaseClaims(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Drain(stoppingToken);
                health.OutboxAlive();
                await wakeups.Outbox.Wait(await Sleep(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                Log.Failed(logger, failure);
                await Task.Delay(AfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>False when nothing could be claimed.</returns>
    private async Task<bool> Turn(CancellationToken ct)
    {
        var claimed = await store.ClaimOwed(clock.Now, Lease, Conversations, RowsPerConversation, ct);
        var settlements = claimed
            .GroupBy(row => (row.Owed.Door, row.Owed.Conversation))
            .Select(rows => Serve(rows.ToList(), ct));
        await Task.WhenAll(settlements);
        return claimed.Count > 0;
    }

    private async Task Serve(List<ClaimedOwed> rows, CancellationToken ct)
    {
        var settlement = await delivery.Deliver(rows, ct);
        // What was sent is recorded even while stopping: else it would have to be looked for after the restart.
        await store.Settle(settlement, CancellationToken.None);
    }

    private async Task<TimeSpan> Sleep(CancellationToken ct)
    {
        if (await store.NextOwedAt(ct) is not { } next)
            return LongestSleep;
        var wait = (next - clock.Now).ToTimeSpan();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestSleep ? wait : LongestSleep;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The outbox stopped short; it goes on in a moment.")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
