using System.Diagnostics;

namespace AlignmentBot.Bench;

/// <summary>How everything here is measured: variants in turn within one run, five rounds, medians.</summary>
internal static class Rounds
{
    public const int Count = 5;

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    /// <summary>The value that this share of all values does not exceed.</summary>
    public static double Percentile(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    /// <summary>Runs the work <paramref name="total"/> times, spread over callers that each wait for their own answer.</summary>
    public static async Task<Speed> Measure(int callers, int total, Func<int, Task> work)
    {
        var times = new double[total];
        var next = -1;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(Call)));
        var seconds = clock.Elapsed.TotalSeconds;
        Array.Sort(times);
        return new Speed(total / seconds, Percentile(times, 0.5), Percentile(times, 0.99));

        async Task Call()
        {
            for (int i; (i = Interlocked.Increment(ref next)) < total;)
            {
                var started = Stopwatch.GetTimestamp();
                await work(i);
                times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        }
    }
}

/// <param name="PerSecond">How often the work was done in a second.</param>
/// <param name="P50">Milliseconds within which half of the callers had their answer.</param>
/// <param name="P99">Milliseconds within which 99 of 100 had it.</param>
internal sealed record Speed(double PerSecond, double P50, double P99);
