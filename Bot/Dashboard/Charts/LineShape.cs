using System.Globalization;
using System.Text;

namespace AlignmentBot.Bot.Dashboard.Charts;

/// <summary>Turns heights into what SVG draws, in a box of 100 by 100 that the page stretches.</summary>
public static class LineShape
{
    private const double Box = 100;

    /// <summary>Where place <paramref name="at"/> of <paramref name="count"/> lies: in the middle of its column, so that the words below fit.</summary>
    public static string X(int at, int count) => Number((at + 0.5) * Box / count);

    public static string Y(double height) => Number(Box - Math.Clamp(height, 0, 1) * Box);

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A share as SVG takes widths: <c>43.5%</c>.</summary>
    public static string Percent(double share) => Number(Math.Clamp(share, 0, 1) * Box) + "%";

    /// <summary>The path through the points; it starts anew behind each gap.</summary>
    public static string Path(IReadOnlyList<double?> heights)
    {
        var path = new StringBuilder();
        var drawing = false;
        for (var at = 0; at < heights.Count; at++)
        {
            if (heights[at] is { } height)
                path.Append(drawing ? 'L' : 'M').Append(X(at, heights.Count)).Append(' ').Append(Y(height));
            drawing = heights[at] is not null;
        }

        return path.ToString();
    }
}
