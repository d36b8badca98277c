using AlignmentBot.Bot.Hosting;
using NodaTime;

namespace AlignmentBot.Bot.Workers;

/// <summary>How a worker lives: it does what there is, sleeps until the next thing is due or its bell rings, and outlives every failure.</summary>
public static class WorkLoop
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    /// <param name="round">Does what there is to do; says when the next thing is due, or null when only the bell tells.</param>
    /// <param name="failed">Hears what a round could not do.</param>
    public static async Task Run(Func<CancellationToken, Task<Instant?>> round, Wakeup bell, BotClock clock, Action<Exception> failed, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await bell.Wait(Until(await round(ct), clock.Now), ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                failed(failure);
                await Task.Delay(AfterFailure, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static TimeSpan Until(Instant? next, Instant now)
    {
        if (next is not { } due)
            return LongestSleep;
        var wait = (due - now).ToTimeSpan();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestSleep ? wait : LongestSleep;
    }
}
