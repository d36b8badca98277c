using System.Globalization;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Cards.Rendering;

/// <summary>Parts of a whole as a ring, with the labels beside it.</summary>
internal static class ChartPie
{
    private const double Centre = 80;
    private const double Radius = 56;
    private const int LabelLength = 26;

    public static void Draw(HtmlText html, Chart chart, CultureInfo language)
    {
        var values = chart.Series[0].Values.Take(Chart.MostSeries).ToList();
        var all = values.Sum(value => Math.Max(0, value ?? 0));
        ChartSvg.Open(html, Math.Max(Centre * 2, (values.Count * 24) + 16));
        var from = 0d;
        for (var at = 0; at < values.Count; at++)
        {
            var share = all == 0 ? 0 : Math.Max(0, values[at] ?? 0) / all;
            DrawPart(html, at, from, share);
            from += share;
            var y = (at * 24) + 28;
            html.Open(
                "rect", ("class", ChartSvg.SeriesClass(at)), ("x", "176"), ("y", ChartSvg.Number(y - 10)), ("width", "12"), ("height", "12"), ("rx", "2")).Close("rect").Line();
            ChartSvg.Label(html, 196, y, "start", $"{TextCut.To(chart.Categories[at], LabelLength)} {ChartText.Value(values[at], chart.Unit, language)}");
        }

        html.Close("svg").Line();
    }

    /// <summary>A circle that is drawn for its share only: <c>pathLength</c> makes the whole way round 100.</summary>
    private static void DrawPart(HtmlText html, int at, double from, double share) => html
        .Open(
            "circle", ("class", "ab-chart-part " + ChartSvg.SeriesClass(at)), ("cx", ChartSvg.Number(Centre)), ("cy", ChartSvg.Number(Centre)), ("r", ChartSvg.Number(Radius)),
            ("pathLength", "100"), ("stroke-dasharray", $"{ChartSvg.Number(share * 100)} 100"), ("stroke-dashoffset", ChartSvg.Number(-from * 100)),
            ("transform", $"rotate(-90 {ChartSvg.Number(Centre)} {ChartSvg.Number(Centre)})"))
        .Close("circle").Line();
}
