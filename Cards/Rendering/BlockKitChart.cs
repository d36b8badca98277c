using System.Text.Json;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Rendering;

/// <summary>Slack's own charts. Source: docs.slack.dev/reference/block-kit/blocks/data-visualization-block</summary>
internal static class BlockKitChart
{
    /// <summary>At most so many charts stand in one message; in modals and on the Home tab none.</summary>
    public const int InMessage = 2;

    private const int Title = 50;
    private const int Label = 20;
    private const int Segments = 12;

    /// <summary>What Slack can draw of the chart, or null where that is nothing: it wants a number at every point, and parts of a pie above 0.</summary>
    public static Chart? Drawable(Chart chart)
    {
        var drawn = ChartText.Drawn(chart);
        bool Keep(int at) => drawn.Series.All(series => series.Values[at] is { } value && (drawn.Kind != ChartKind.Pie || value > 0));
        var kept = Enumerable.Range(0, drawn.Categories.Count).Where(Keep).Take(drawn.Kind == ChartKind.Pie ? Segments : Chart.MostCategories).ToList();
        if (kept.Count == 0 || drawn.Series.Count == 0)
            return null;
        return drawn with
        {
            Categories = ChartText.Labels(kept.Select(at => drawn.Categories[at]), Label),
            Series = drawn.Series
                .Zip(ChartText.Labels(drawn.Series.Select(series => series.Name), Label), (series, name) => new ChartSeries(name, kept.Select(at => series.Values[at]).ToValueList()))
                .ToValueList(),
        };
    }

    /// <summary>The properties of the block behind its type.</summary>
    public static void Write(Utf8JsonWriter json, Chart chart)
    {
        json.WriteString("title", TextCut.To(TextClean.OneLine(chart.Title) is { Length: > 0 } title ? title : "–", Title));
        json.WriteStartObject("chart");
        if (chart.Kind == ChartKind.Pie)
            WritePie(json, chart);
        else
            WriteAxes(json, chart);
        json.WriteEndObject();
    }

    private static void WritePie(Utf8JsonWriter json, Chart chart)
    {
        json.WriteString("type", "pie");
        WritePoints(json, "segments", chart.Categories, chart.Series[0].Values);
    }

    private static void WriteAxes(Utf8JsonWriter json, Chart chart)
    {
        json.WriteString("type", chart.Kind == ChartKind.Lines ? "line" : "bar");
        json.WriteStartArray("series");
        foreach (var series in chart.Series)
        {
            json.WriteStartObject();
            json.WriteString("name", series.Name);
            WritePoints(json, "data", chart.Categories, series.Values);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("axis_config");
        json.WriteStartArray("categories");
        foreach (var category in chart.Categories)
            json.WriteStringValue(category);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePoints(Utf8JsonWriter json, string name, ValueList<string> labels, ValueList<double?> values)
    {
        json.WriteStartArray(name);
        for (var at = 0; at < labels.Count; at++)
        {
            json.WriteStartObject();
            json.WriteString("label", labels[at]);
            json.WriteNumber("value", Math.Round(values[at]!.Value, 2));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
