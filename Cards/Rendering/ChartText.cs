using System.Globalization;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Rendering;

/// <summary>A chart in words: beside the picture, and in its place where no picture can be.</summary>
internal static class ChartText
{
    private const string Unknown = "–";

    /// <summary>One line per series, such as <c>Sales: Aug 61%, Sep 64%</c>; without its name when it is the only one.</summary>
    public static ValueList<string> Lines(Chart chart, CultureInfo language) => Drawn(chart).Series
        .Select(series => (chart.Series.Count == 1 ? string.Empty : series.Name + ": ") + string.Join(
            ", ", series.Values.Zip(Drawn(chart).Categories, (value, category) => $"{category} {Value(value, chart.Unit, language)}")))
        .ToValueList();

    public static string Value(double? value, ChartUnit unit, CultureInfo language)
    {
        if (value is not { } number)
            return Unknown;
        return unit switch
        {
            ChartUnit.Count => number.ToString("#,0.##", language),
            ChartUnit.Percent => number.ToString("0", language) + "%",
            ChartUnit.Hours => number.ToString("0.#", language) + " h",
        };
    }

    /// <summary>As much of the chart as every platform draws: the first categories, the first series.</summary>
    public static Chart Drawn(Chart chart) => chart with
    {
        Categories = chart.Categories.Take(Chart.MostCategories).ToValueList(),
        Series = chart.Series.Take(Chart.MostSeries).Select(series => series with { Values = series.Values.Take(Chart.MostCategories).ToValueList() }).ToValueList(),
    };

    /// <summary>Labels cut to a length and still all different, as platforms that know values by their labels want them.</summary>
    public static ValueList<string> Labels(IEnumerable<string> labels, int limit)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var different = new List<string>();
        foreach (var label in labels)
        {
            var words = TextClean.OneLine(label) is { Length: > 0 } some ? some : Unknown;
            var cut = TextCut.To(words, limit);
            for (var number = 2; !taken.Add(cut); number++)
            {
                var ending = string.Create(CultureInfo.InvariantCulture, $" ({number})");
                cut = TextCut.To(words, limit - ending.Length) + ending;
            }

            different.Add(cut);
        }

        return different.ToValueList();
    }
}
