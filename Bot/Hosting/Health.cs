using AlignmentBot.Bot.Workers;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the store takes writes and both workers come round.</summary>
public static class Health
{
    private static readonly TimeSpan WriteLimit = TimeSpan.FromSeconds(2);

    public static void MapHealth(this WebApplication app)
    {
        var group = app.MapGroup("/health").ExcludeFromDescription();
        group.MapGet("/live", () => TypedResults.Text("live"));
        group.MapGet("/ready", Ready);
    }

    private static async Task<IResult> Ready(IStore store, WorkerHealth workers, ILogger<WorkerHealth> logger, CancellationToken ct)
    {
        if (workers.Fault is { } fault)
            return NotReady(fault);
        try
        {
            await store.CheckWritable(ct).AsTask().WaitAsync(WriteLimit, ct);
            return TypedResults.Text("ready");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            HealthLog.NotWritable(logger, failure);
            return NotReady("The store does not take writes. Is the disk full or read-only?");
        }
    }

    private static IResult NotReady(string why) => TypedResults.Text(why, statusCode: StatusCodes.Status503ServiceUnavailable);
}

internal static partial class HealthLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The store does not take writes.")]
    public static partial void NotWritable(ILogger logger, Exception failure);
}
