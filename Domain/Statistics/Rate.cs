using System.Runtime.InteropServices;

namespace AlignmentBot.Domain.Statistics;

/// <summary>So many of so many.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Rate(int Part, int Of)
{
    /// <summary>A rate of fewer leads than this is not shown: it would speak about single people.</summary>
    public const int Least = 5;

    /// <summary>A rate of fewer leads than this is marked as one of small numbers.</summary>
    public const int Few = 20;

    /// <summary>0 to 1, or null under <see cref="Least"/>.</summary>
    public double? Value => Of < Least ? null : (double)Part / Of;

    /// <summary>True when a few leads more or less would change it much.</summary>
    public bool Small => Of < Few;

    /// <summary>Where the true rate lies in 95 of 100 cases, or null under <see cref="Least"/>.</summary>
    public Wilson? Range => Of < Least ? null : Wilson.Of(Part, Of);
}

/// <summary>Wilson's score interval at 95 %: for a share of a few cases it stays within 0 and 1, and it is honest at both ends,
/// where the usual plus-or-minus is not (E. B. Wilson, Journal of the American Statistical Association 22, 1927).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Wilson(double Low, double High)
{
    /// <summary>How many standard deviations hold 95 % of a normal distribution.</summary>
    private const double Z = 1.959963984540054;

    /// <exception cref="ArgumentOutOfRangeException">There is nothing to take a share of.</exception>
    public static Wilson Of(int part, int of)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(of, 1);
        var share = (double)part / of;
        var weight = Z * Z / of;
        var centre = (share + weight / 2) / (1 + weight);
        var half = Z / (1 + weight) * Math.Sqrt(share * (1 - share) / of + weight / (4 * of));
        // Exactly nothing and exactly all are reached at the ends, whatever is rounded on the way.
        return new Wilson(part == 0 ? 0 : centre - half, part == of ? 1 : centre + half);
    }

    public bool Contains(double share) => Low <= share && share <= High;
}
