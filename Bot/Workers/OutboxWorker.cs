using System.Collections.Concurrent;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Workers;

/// <summary>Delivers what is owed: every conversation in its own order and at its own pace, so that none waits for a slower one.</summary>
public sealed partial class OutboxWorker(IStore store, OutboxDelivery delivery, BotClock clock, Wakeups wakeups, WorkerHealth health, ILogger<OutboxWorker> logger)
    : BackgroundService
{
    private static readonly Duration Lease = Duration.FromMinutes(2);
    private const int Conversations = 64;
    private const int RowsPerConversation = 40;

    private readonly ConcurrentDictionary<long, Task> underway = new();

    /// <summary>The last service of each conversation. A claim may come while the one before is still being recorded, or after its lease has ended.</summary>
    private readonly Dictionary<(Door Door, string Conversation), Task> latest = [];

    private long services;

    /// <summary>Delivers everything that can be delivered now.</summary>
    public async Task Drain(CancellationToken ct)
    {
        while (await Start(ct) || !underway.IsEmpty)
        {
            if (underway.Values.ToArray() is { Length: > 0 } running)
                await Task.WhenAny(running);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await WorkLoop.Run(Round, wakeups.Outbox, clock, failure => Log.Failed(logger, failure), stoppingToken);
        await Task.WhenAll(underway.Values);
    }

    /// <summary>A conversation that ends rings the bell, so a full house waits for that alone.</summary>
    private async Task<Instant?> Round(CancellationToken ct)
    {
        health.OutboxAlive();
        await Start(ct);
        return underway.Count < Conversations ? await store.NextOwedAt(ct) : null;
    }

    /// <returns>False when nothing could be claimed.</returns>
    private async Task<bool> Start(CancellationToken ct)
    {
        var free = Conversations - underway.Count;
        if (free <= 0)
            return false;
        var claimed = await store.ClaimOwed(clock.Now, Lease, free, RowsPerConversation, ct);
        foreach (var rows in claimed.GroupBy(row => (row.Owed.Door, row.Owed.Conversation)))
        {
            var number = ++services;
            // Entered before it starts: it takes itself out at its end.
            var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var service = Serve(number, Task.WhenAll(begin.Task, latest.GetValueOrDefault(rows.Key, Task.CompletedTask)), rows.ToList(), ct);
            underway[number] = latest[rows.Key] = service;
            begin.SetResult();
        }

        return claimed.Count > 0;
    }

    /// <param name="turn">Done when it may begin: two services of one conversation never overlap.</param>
    private async Task Serve(long number, Task turn, List<ClaimedOwed> rows, CancellationToken ct)
    {
        await turn;
        try
        {
            var settlement = await delivery.Deliver(rows, ct);
            // What was sent is recorded even while stopping: else it would have to be looked for after the restart.
            await store.Settle(settlement, CancellationToken.None);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The bot stops; what was claimed is released at its next start.
        }
        catch (Exception failure)
        {
            // The claim's lease ends by itself; then it is tried again.
            Log.Failed(logger, failure);
        }
        finally
        {
            underway.TryRemove(number, out _);
            wakeups.Outbox.Ring();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The outbox stopped short; it goes on in a moment.")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
