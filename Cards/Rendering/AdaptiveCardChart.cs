using System.Text.Json;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Rendering;

/// <summary>
/// Teams' own charts, which stand within a 1.5 card and carry the words that are shown where they are not known.
/// Source: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards
/// </summary>
internal static class AdaptiveCardChart
{
    private const int Label = 40;

    private static readonly string[] Colours = ["categoricalBlue", "categoricalMarigold", "categoricalTeal", "categoricalPurple", "categoricalGreen", "categoricalRed"];

    public static string Type(Chart chart) => chart.Kind switch
    {
        ChartKind.Bars => "Chart.HorizontalBar",
        ChartKind.Columns => chart.Series.Count > 1 ? "Chart.VerticalBar.Grouped" : "Chart.VerticalBar",
        ChartKind.Lines => "Chart.Line",
        ChartKind.Pie => "Chart.Donut",
    };

    /// <summary>The properties of the element behind its type, all but the fallback.</summary>
    public static void Write(Utf8JsonWriter json, Chart chart)
    {
        var drawn = ChartText.Drawn(chart);
        var categories = ChartText.Labels(drawn.Categories, Label);
        json.WriteString("title", TextCut.To(TeamsText.OneLine(chart.Title), AdaptiveCardLimits.Heading));
        json.WriteBoolean("showTitle", true);
        json.WriteStartArray("data");
        if (chart.Kind == ChartKind.Lines || (chart.Kind == ChartKind.Columns && drawn.Series.Count > 1))
            WriteSeries(json, drawn, categories);
        else if (drawn.Series.Count > 0)
            WritePoints(json, categories, drawn.Series[0].Values, chart.Kind == ChartKind.Pie ? ("legend", "value") : ("x", "y"));
        json.WriteEndArray();
    }

    private static void WriteSeries(Utf8JsonWriter json, Chart chart, ValueList<string> categories)
    {
        var names = ChartText.Labels(chart.Series.Select(series => series.Name), Label);
        for (var at = 0; at < names.Count; at++)
        {
            json.WriteStartObject();
            json.WriteString("legend", names[at]);
            json.WriteString("color", Colours[at]);
            json.WriteStartArray("values");
            WritePoints(json, categories, chart.Series[at].Values, ("x", "y"));
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private static void WritePoints(Utf8JsonWriter json, ValueList<string> labels, ValueList<double?> values, (string Label, string Value) names)
    {
        for (var at = 0; at < labels.Count; at++)
        {
            if (values[at] is not { } value)
                continue;
            json.WriteStartObject();
            json.WriteString(names.Label, labels[at]);
            json.WriteNumber(names.Value, Math.Round(value, 2));
            json.WriteEndObject();
        }
    }
}
