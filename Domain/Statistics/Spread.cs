using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NodaTime;

namespace AlignmentBot.Domain.Statistics;

/// <summary>How long something took over many leads. Times are in whole seconds, rounded down.</summary>
/// <param name="Median">The time that half of them did not exceed (nearest rank); null under <see cref="Rate.Least"/>.</param>
/// <param name="P90">The time that nine of ten did not exceed (nearest rank); null under <see cref="Rate.Least"/>.</param>
/// <param name="Histogram">How many took how long, from the shortest stretch to the open-ended last one; every stretch is there.</param>
public sealed record Spread(int Count, Duration? Median, Duration? P90, ValueList<Bucket> Histogram)
{
    /// <summary>Where one stretch of the histogram ends and the next begins.</summary>
    public static readonly ValueList<Duration> Edges =
    [
        Duration.FromMinutes(15), Duration.FromMinutes(30), Duration.FromHours(1), Duration.FromHours(2), Duration.FromHours(4),
        Duration.FromHours(8), Duration.FromHours(24), Duration.FromHours(72),
    ];

    private static readonly int[] EdgeSeconds = [.. Edges.Select(edge => (int)edge.TotalSeconds)];

    public bool Small => Count < Rate.Few;

    /// <param name="seconds">In any order.</param>
    public static Spread Of(ReadOnlySpan<int> seconds)
    {
        var enough = seconds.Length >= Rate.Least;
        return new Spread(seconds.Length, enough ? At(seconds, 50) : null, enough ? At(seconds, 90) : null, Buckets(CountByEdges(seconds)));
    }

    private static Duration At(ReadOnlySpan<int> seconds, int percent) =>
        Duration.FromSeconds(NearestRank.Select(seconds, ((seconds.Length * percent) + 99) / 100 - 1));

    private static int[] CountByEdges(ReadOnlySpan<int> seconds)
    {
        var counts = new int[EdgeSeconds.Length + 1];
        var below = 0;
        for (var edge = 0; edge < EdgeSeconds.Length; edge++)
        {
            var upTo = CountBelow(seconds, EdgeSeconds[edge]);
            counts[edge] = upTo - below;
            below = upTo;
        }

        counts[^1] = seconds.Length - below;
        return counts;
    }

    /// <summary>Several at a time, as wide as the processor compares: this runs over every time of the period, once for each edge.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int CountBelow(ReadOnlySpan<int> seconds, int edge)
    {
        var wide = MemoryMarshal.Cast<int, Vector<int>>(seconds);
        var limit = new Vector<int>(edge);
        var hits = Vector<int>.Zero;
        foreach (var values in wide)
            hits -= Vector.LessThan(values, limit);

        var below = Vector.Sum(hits);
        foreach (var value in seconds[(wide.Length * Vector<int>.Count)..])
            below += value < edge ? 1 : 0;
        return below;
    }

    private static ValueList<Bucket> Buckets(int[] counts) => counts
        .Select((count, at) => new Bucket(at == 0 ? Duration.Zero : Edges[at - 1], at == Edges.Count ? null : Edges[at], count))
        .ToValueList();
}

/// <summary>How many took at least <paramref name="From"/> and less than <paramref name="To"/>; null in the last, which has no end.</summary>
public sealed record Bucket(Duration From, Duration? To, int Count);
