using System.Globalization;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Cards.Rendering;

/// <summary>Standing bars and lines over one row of labels, with a few quiet lines for the height.</summary>
internal static class ChartAxes
{
    private const double Left = 40;
    private const double Top = 8;
    private const double Bottom = 156;
    private const double Height = 182;
    private const int GridLines = 4;

    /// <summary>More labels than this do not stand side by side on a phone: every second or third is written.</summary>
    private const int LabelsInRow = 8;

    private static readonly double[] Steps = [1, 2, 2.5, 5, 10];

    public static void Draw(HtmlText html, Chart chart, CultureInfo language)
    {
        var top = Ceiling(chart);
        ChartSvg.Open(html, Height);
        DrawGrid(html, chart, top, language);
        var slot = (ChartSvg.Width - Left) / chart.Categories.Count;
        for (var series = 0; series < chart.Series.Count; series++)
        {
            if (chart.Kind == ChartKind.Lines)
                DrawLine(html, chart.Series[series], series, slot, top);
            else
                DrawColumns(html, chart, series, slot, top);
        }

        DrawLabels(html, chart, slot);
        html.Close("svg").Line();
    }

    /// <summary>The next round number at or above the largest value; 100 for percentages.</summary>
    private static double Ceiling(Chart chart)
    {
        if (chart.Unit == ChartUnit.Percent)
            return 100;
        var most = Math.Max(chart.Series.SelectMany(series => series.Values).Max() ?? 0, 1);
        var size = Math.Pow(10, Math.Floor(Math.Log10(most / GridLines)));
        var step = size * Steps.First(step => step * size * GridLines >= most);
        return (chart.Unit == ChartUnit.Count ? Math.Max(1, Math.Ceiling(step)) : step) * GridLines;
    }

    private static double Y(double value, double top) => Bottom - (value / top * (Bottom - Top));

    private static void DrawGrid(HtmlText html, Chart chart, double top, CultureInfo language)
    {
        for (var line = 0; line <= GridLines; line++)
        {
            var value = top * line / GridLines;
            var y = ChartSvg.Number(Y(value, top));
            html.Open("line", ("class", "ab-chart-grid"), ("x1", ChartSvg.Number(Left)), ("x2", ChartSvg.Number(ChartSvg.Width)), ("y1", y), ("y2", y)).Close("line").Line();
            ChartSvg.Label(html, Left - 6, Y(value, top) + 4, "end", ChartText.Value(value, chart.Unit, language));
        }
    }

    private static void DrawColumns(HtmlText html, Chart chart, int series, double slot, double top)
    {
        var width = slot * 0.7 / chart.Series.Count;
        for (var at = 0; at < chart.Categories.Count; at++)
        {
            if (chart.Series[series].Values[at] is not { } value)
                continue;
            var y = Y(value, top);
            html.Open(
                "rect", ("class", ChartSvg.SeriesClass(series)), ("x", ChartSvg.Number(Left + (at * slot) + (slot * 0.15) + (series * width))), ("y", ChartSvg.Number(y)),
                ("width", ChartSvg.Number(width)), ("height", ChartSvg.Number(Bottom - y))).Close("rect").Line();
        }
    }

    /// <summary>A line has a gap where a value is not known; a point alone is a dot.</summary>
    private static void DrawLine(HtmlText html, ChartSeries series, int number, double slot, double top)
    {
        var style = ChartSvg.SeriesClass(number);
        var points = new List<string>();
        for (var at = 0; at <= series.Values.Count; at++)
        {
            if (at < series.Values.Count && series.Values[at] is { } value)
            {
                var (x, y) = (ChartSvg.Number(Left + ((at + 0.5) * slot)), ChartSvg.Number(Y(value, top)));
                points.Add($"{x},{y}");
                html.Open("circle", ("class", style), ("cx", x), ("cy", y), ("r", "3")).Close("circle").Line();
                continue;
            }

            if (points.Count > 1)
                html.Open("polyline", ("class", "ab-chart-line " + style), ("points", string.Join(' ', points))).Close("polyline").Line();
            points.Clear();
        }
    }

    private static void DrawLabels(HtmlText html, Chart chart, double slot)
    {
        var every = (chart.Categories.Count + LabelsInRow - 1) / LabelsInRow;
        for (var at = 0; at < chart.Categories.Count; at += every)
            ChartSvg.Label(html, Left + ((at + 0.5) * slot), Height - 8, "middle", TextCut.To(chart.Categories[at], 12));
    }
}
