using System.Text.Json;

namespace AlignmentBot.Tests.Fakes;

/// <summary>Says what Teams would not draw in a chart. Source: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards</summary>
internal static class AdaptiveChartRules
{
    private static readonly string[] Colours = ["categoricalRed", "categoricalPurple", "categoricalLavender", "categoricalBlue", "categoricalLightBlue", "categoricalTeal", "categoricalGreen", "categoricalLime", "categoricalMarigold"];

    public static void Check(JsonElement chart, string where, List<string> faults)
    {
        if (!chart.TryGetProperty("fallback", out _))
            faults.Add($"{where}: no fallback for clients without charts");
        if (!chart.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array || data.GetArrayLength() == 0)
        {
            faults.Add($"{where}: no data");
            return;
        }

        var type = chart.GetProperty("type").GetString();
        foreach (var item in data.EnumerateArray())
        {
            if (type is "Chart.Line" or "Chart.VerticalBar.Grouped")
                Series(item, where, faults);
            else if (type == "Chart.Donut")
                Pair(item, "legend", "value", where, faults);
            else
                Pair(item, "x", "y", where, faults);
        }
    }

    private static void Series(JsonElement series, string where, List<string> faults)
    {
        if (!Only(series, "legend", "values", "color") || !series.TryGetProperty("values", out var values))
        {
            faults.Add($"{where}: a series has legend, values and colour");
            return;
        }

        if (series.TryGetProperty("color", out var colour) && !Colours.Contains(colour.GetString(), StringComparer.Ordinal))
            faults.Add($"{where}: {colour} is no colour");
        foreach (var point in values.EnumerateArray())
            Pair(point, "x", "y", where, faults);
    }

    private static void Pair(JsonElement point, string label, string value, string where, List<string> faults)
    {
        if (!Only(point, label, value) || !point.TryGetProperty(label, out _) || !point.TryGetProperty(value, out var number) || number.ValueKind != JsonValueKind.Number)
            faults.Add($"{where}: a point has {label} and {value}, a number");
    }

    private static bool Only(JsonElement element, params string[] names) =>
        element.ValueKind == JsonValueKind.Object && element.EnumerateObject().All(property => names.Contains(property.Name, StringComparer.Ordinal));
}
