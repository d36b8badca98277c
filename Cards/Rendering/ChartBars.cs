using System.Globalization;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Cards.Rendering;

/// <summary>Lying bars: the label above each bar, so that a long one has the whole width of a phone.</summary>
internal static class ChartBars
{
    private const double Row = 34;
    private const double Bar = 12;
    private const double ValueRoom = 56;
    private const int LabelLength = 44;

    public static void Draw(HtmlText html, Chart chart, CultureInfo language)
    {
        var most = chart.Series.SelectMany(series => series.Values).Max() is { } max and > 0 ? max : 1;
        ChartSvg.Open(html, (chart.Categories.Count * (Row + ((chart.Series.Count - 1) * Bar))) + 4);
        var top = 0d;
        for (var at = 0; at < chart.Categories.Count; at++)
        {
            ChartSvg.Label(html, 0, top + 13, "start", TextCut.To(chart.Categories[at], LabelLength));
            for (var series = 0; series < chart.Series.Count; series++)
                DrawBar(html, chart, (series, at), top + 18 + (series * Bar), most, language);
            top += Row + ((chart.Series.Count - 1) * Bar);
        }

        html.Close("svg").Line();
    }

    private static void DrawBar(HtmlText html, Chart chart, (int Series, int Category) at, double top, double most, CultureInfo language)
    {
        var value = chart.Series[at.Series].Values[at.Category];
        var length = Math.Max(0, value ?? 0) / most * (ChartSvg.Width - ValueRoom);
        html.Open(
            "rect", ("class", ChartSvg.SeriesClass(at.Series)), ("x", "0"), ("y", ChartSvg.Number(top)), ("width", ChartSvg.Number(Math.Max(1, length))),
            ("height", ChartSvg.Number(Bar - 2)), ("rx", "2")).Close("rect").Line();
        ChartSvg.Label(html, length + 6, top + Bar - 3, "start", ChartText.Value(value, chart.Unit, language));
    }
}
