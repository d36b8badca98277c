using System.Numerics;
using System.Runtime.CompilerServices;

namespace AlignmentBot.Domain.Statistics;

/// <summary>Finds the value at a rank without sorting everything: a month of a big pod holds hundreds of thousands of times. Values are counted by
/// stretches; only the stretch that holds the rank is looked at more closely.</summary>
internal static class NearestRank
{
    /// <summary>Two to this power are the stretches of one look: few enough to stay in the processor's own memory.</summary>
    private const int Bits = 11;

    /// <summary>The value that would stand at this place if all were sorted.</summary>
    public static int Select(ReadOnlySpan<int> values, int rank)
    {
        var (low, high) = Ends(values);
        Span<int> counts = stackalloc int[1 << Bits];
        for (var shift = Math.Max(0, BitsOf(low, high) - Bits); ; shift = Math.Max(0, shift - Bits))
        {
            Count(values, low, shift, counts);
            var stretch = 0;
            for (; rank >= counts[stretch]; stretch++)
                rank -= counts[stretch];
            if (shift == 0)
                return low + stretch;

            values = Within(values, low, shift, stretch, counts[stretch]);
            low += stretch << shift;
        }
    }

    private static int BitsOf(int low, int high) => 32 - BitOperations.LeadingZeroCount((uint)(high - low));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Low, int High) Ends(ReadOnlySpan<int> values)
    {
        int low = values[0], high = values[0];
        foreach (var value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        return (low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(ReadOnlySpan<int> values, int low, int shift, Span<int> counts)
    {
        counts.Clear();
        foreach (var value in values)
            counts[(int)((uint)(value - low) >> shift)]++;
    }

    private static int[] Within(ReadOnlySpan<int> values, int low, int shift, int stretch, int count)
    {
        var inside = new int[count];
        var at = 0;
        foreach (var value in values)
        {
            if ((int)((uint)(value - low) >> shift) == stretch)
                inside[at++] = value;
        }

        return inside;
    }
}
