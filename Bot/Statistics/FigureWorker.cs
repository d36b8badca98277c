using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Statistics;

/// <summary>Counts what has changed before anybody asks. Without it every answer would be the same, and later.</summary>
internal sealed partial class FigureWorker(IStore store, TimeProvider time, ILogger<FigureWorker> log) : BackgroundService
{
    /// <summary>Long enough that a busy day is counted again rarely, short enough that a question finds little left to do.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var turns = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await store.RefreshFigures(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.CountingFailed(log, fault);
            }
        }
        while (await turns.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Figures could not be counted ahead; the next turn, or the next question, tries again.")]
        public static partial void CountingFailed(ILogger log, Exception fault);
    }
}
