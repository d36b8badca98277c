using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>Once an hour, and at the start, owes again what was parked because Teams failed or left it open whether a message stands there:
/// a lead whose card does not appear is worse than a card that appears twice.</summary>
public sealed partial class TeamsUpkeep(IStore store, Wakeups wakeups, ILogger<TeamsUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public async Task OweAgain(CancellationToken ct)
    {
        var count = await store.OweAgain(Door.Teams, string.Empty, ConnectorErrors.Passing, ct);
        if (count == 0)
            return;
        Log.OwedAgain(logger, count);
        wakeups.Outbox.Ring();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await OweAgain(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.Failed(logger, failure);
            }

            await Task.Delay(Hour, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Count} messages that Teams failed to take are tried once more.")]
        public static partial void OwedAgain(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Error, Message = "What Teams failed to take could not be owed again; the next try is in an hour.")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
