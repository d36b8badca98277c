using System.Globalization;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Cards.Rendering;

/// <summary>
/// Draws a chart for a page: a figure with an inline picture, which takes its colours from classes (<c>ab-series-1</c> to <c>ab-series-6</c>),
/// and a table with the same numbers that opens by keyboard. No style and no script, so that a strict content security policy holds.
/// </summary>
public static class ChartSvg
{
    internal const double Width = 360;

    public static string Figure(Chart chart, CultureInfo language)
    {
        var html = new HtmlText();
        Write(html, chart, language);
        return html.ToString();
    }

    internal static void Write(HtmlText html, Chart chart, CultureInfo language)
    {
        var drawn = ChartText.Drawn(chart);
        html.Open("figure", ("class", "ab-chart")).Line().Open("figcaption").Words(chart.Title).Close("figcaption").Line();
        if (!drawn.Empty)
        {
            if (drawn.Kind == ChartKind.Bars)
                ChartBars.Draw(html, drawn, language);
            else if (drawn.Kind == ChartKind.Pie)
                ChartPie.Draw(html, drawn, language);
            else
                ChartAxes.Draw(html, drawn, language);
            if (drawn.Series.Count > 1)
                WriteLegend(html, drawn);
        }

        WriteTable(html, chart, language);
        html.Close("figure").Line();
    }

    internal static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    internal static string SeriesClass(int at) => string.Create(CultureInfo.InvariantCulture, $"ab-series-{at + 1}");

    /// <summary>The picture is an ornament for screen readers: the table says the same.</summary>
    internal static HtmlText Open(HtmlText html, double height) => html
        .Open("svg", ("viewBox", $"0 0 {Number(Width)} {Number(height)}"), ("class", "ab-chart-picture"), ("aria-hidden", "true"), ("focusable", "false")).Line();

    internal static void Label(HtmlText html, double x, double y, string anchor, string words) => html
        .Open("text", ("x", Number(x)), ("y", Number(y)), ("text-anchor", anchor)).Words(words).Close("text").Line();

    private static void WriteLegend(HtmlText html, Chart chart)
    {
        html.Open("ul", ("class", "ab-chart-legend"), ("aria-hidden", "true")).Line();
        for (var at = 0; at < chart.Series.Count; at++)
        {
            html.Open("li").Open("span", ("class", "ab-swatch " + SeriesClass(at))).Close("span").Words(chart.Series[at].Name).Close("li").Line();
        }

        html.Close("ul").Line();
    }

    private static void WriteTable(HtmlText html, Chart chart, CultureInfo language)
    {
        var texts = Texts.For(language);
        html.Open("details", ("class", "ab-chart-table")).Open("summary").Words(texts["chart.table"]).Close("summary").Line();
        html.Open("table").Open("caption", ("class", "unseen")).Words(chart.Title).Close("caption").Line();
        html.Open("thead").Open("tr").Open("td").Close("td");
        foreach (var series in chart.Series)
            html.Open("th", ("scope", "col")).Words(series.Name).Close("th");
        html.Close("tr").Close("thead").Line().Open("tbody").Line();
        for (var at = 0; at < chart.Categories.Count; at++)
        {
            html.Open("tr").Open("th", ("scope", "row")).Words(chart.Categories[at]).Close("th");
            foreach (var series in chart.Series)
                html.Open("td").Words(ChartText.Value(series.Values[at], chart.Unit, language)).Close("td");
            html.Close("tr").Line();
        }

        html.Close("tbody").Close("table").Close("details").Line();
    }
}
