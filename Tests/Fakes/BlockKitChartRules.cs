using System.Text.Json;

namespace AlignmentBot.Tests.Fakes;

/// <summary>Says what Slack would refuse in a chart. Source: docs.slack.dev/reference/block-kit/blocks/data-visualization-block</summary>
internal static class BlockKitChartRules
{
    public static void Check(BlockKitFaults faults, JsonElement block, string where)
    {
        faults.Only(block, where, "type", "title", "chart", "block_id");
        faults.Text(block, "title", 1, 50, where);
        if (!block.TryGetProperty("chart", out var chart))
        {
            faults.Add($"{where}: no chart");
            return;
        }

        switch (BlockKitFaults.Kind(chart))
        {
            case "pie":
                faults.Only(chart, where, "type", "segments");
                faults.Each(chart, "segments", 1, 12, where, Segment(faults));
                break;
            case "bar" or "line" or "area":
                Axes(faults, chart, where);
                break;
            default:
                faults.Add($"{where}: no such chart: {BlockKitFaults.Kind(chart)}");
                break;
        }
    }

    private static Action<JsonElement, string> Segment(BlockKitFaults faults) => (segment, where) =>
    {
        Point(faults, segment, where);
        if (segment.GetProperty("value").GetDouble() <= 0)
            faults.Add($"{where}: a segment is above 0");
    };

    private static void Axes(BlockKitFaults faults, JsonElement chart, string where)
    {
        faults.Only(chart, where, "type", "series", "axis_config");
        var axes = chart.GetProperty("axis_config");
        faults.Only(axes, where, "categories", "x_label", "y_label");
        var categories = axes.GetProperty("categories").EnumerateArray().Select(category => category.GetString()!).ToList();
        if (categories.Count is < 1 or > 20 || categories.Exists(category => category.Length is < 1 or > 20))
            faults.Add($"{where}: 1 to 20 categories of 1 to 20 characters");
        faults.Each(chart, "series", 1, 6, where, (series, at) =>
        {
            faults.Only(series, at, "name", "data");
            faults.Text(series, "name", 1, 20, at);
            faults.Each(series, "data", 1, 20, at, (point, place) => Point(faults, point, place));
            var labels = series.GetProperty("data").EnumerateArray().Select(point => point.GetProperty("label").GetString()!);
            if (!labels.Order(StringComparer.Ordinal).SequenceEqual(categories.Order(StringComparer.Ordinal)))
                faults.Add($"{at}: not one point per category");
        });
        var names = chart.GetProperty("series").EnumerateArray().Select(series => series.GetProperty("name").GetString()).ToList();
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count)
            faults.Add($"{where}: name used twice");
    }

    private static void Point(BlockKitFaults faults, JsonElement point, string where)
    {
        faults.Only(point, where, "label", "value");
        faults.Text(point, "label", 1, 20, where);
        if (point.GetProperty("value").ValueKind != JsonValueKind.Number)
            faults.Add($"{where}: value is no number");
    }
}
