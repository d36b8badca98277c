using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Model;

/// <summary>Numbers as a picture. Every platform also gets them as words, for those who cannot see the picture.</summary>
/// <param name="Title">At most 50 characters are shown on Slack.</param>
/// <param name="Categories">What the numbers are of, such as months; at most 20 are drawn.</param>
/// <param name="Series">Each with one value per category; at most 6 are drawn.</param>
public sealed record Chart(ChartKind Kind, string Title, ChartUnit Unit, ValueList<string> Categories, ValueList<ChartSeries> Series)
{
    /// <summary>What the largest chart holds on every platform.</summary>
    public const int MostCategories = 20;

    public const int MostSeries = 6;

    /// <summary>True when there is no number to draw.</summary>
    public bool Empty => Categories.Count == 0 || Series.All(series => series.Values.All(value => value is null));
}

/// <param name="Values">One per category; null where too little is known to say a number.</param>
public sealed record ChartSeries(string Name, ValueList<double?> Values);

public enum ChartKind
{
    /// <summary>Lying bars, one under the other: a ranking, with room for long labels.</summary>
    Bars,

    /// <summary>Standing bars, side by side: an order, such as hours or days.</summary>
    Columns,

    /// <summary>Points joined by lines: a course over time.</summary>
    Lines,

    /// <summary>Parts of a whole; one series without negative values.</summary>
    Pie,
}

/// <summary>How a value is written.</summary>
public enum ChartUnit
{
    Count,

    /// <summary>0 to 100.</summary>
    Percent,

    Hours,
}
