using System.Globalization;
using System.Text;

namespace AlignmentBot.Cards.Pictures;

/// <summary>
/// Letters drawn with a pen: a machine without any font writes them too. Latin capitals with their accents, digits and a few signs; each is
/// some strokes on a grid 4 wide and 6 high, a stroke is its points, a point is two digits (across, down).
/// </summary>
public static class StrokeLetters
{
    public const double Height = 6;
    private const double Gap = 1.7;
    private const double Blank = 2.2;

    private static readonly Dictionary<char, string> Strokes = new()
    {
        ['A'] = "06 20 46;14 34", ['B'] = "06 00 30 41 42 33 03;33 44 45 36 06", ['C'] = "41 30 10 01 05 16 36 45", ['D'] = "00 06 26 44 42 20 00",
        ['E'] = "40 00 06 46;03 33", ['F'] = "40 00 06;03 33", ['G'] = "41 30 10 01 05 16 36 45 43 23", ['H'] = "00 06;40 46;03 43", ['I'] = "00 06",
        ['J'] = "40 45 36 16 05", ['K'] = "00 06;40 03 46", ['L'] = "00 06 46", ['M'] = "06 00 23 40 46", ['N'] = "06 00 46 40",
        ['O'] = "10 30 41 45 36 16 05 01 10", ['P'] = "06 00 30 41 42 33 03", ['Q'] = "10 30 41 45 36 16 05 01 10;34 46", ['R'] = "06 00 30 41 42 33 03;23 46",
        ['S'] = "41 30 10 01 02 13 33 44 45 36 16 05", ['T'] = "00 40;20 26", ['U'] = "00 05 16 36 45 40", ['V'] = "00 26 40", ['W'] = "00 16 23 36 40",
        ['X'] = "00 46;40 06", ['Y'] = "00 23 40;23 26", ['Z'] = "00 40 06 46", ['Ø'] = "10 30 41 45 36 16 05 01 10;40 06", ['Ł'] = "00 06 46;04 22", ['Đ'] = "00 06 26 44 42 20 00;03 23",
        ['0'] = "10 30 41 45 36 16 05 01 10", ['1'] = "11 20 26;16 36", ['2'] = "01 10 30 41 42 06 46", ['3'] = "01 10 30 41 42 33 13;33 44 45 36 16 05", ['4'] = "36 30 04 44",
        ['5'] = "40 00 02 32 43 45 36 16 05", ['6'] = "41 30 10 01 05 16 36 45 44 33 03", ['7'] = "00 40 16", ['8'] = "10 30 41 42 33 13 02 01 10;13 04 05 16 36 45 44 33",
        ['9'] = "43 13 02 01 10 30 41 45 36 16 05", ['-'] = "03 23", ['.'] = "06", ['\''] = "00 01", [','] = "05 07", ['&'] = "20 24;02 42",
    };

    /// <summary>Accents around the middle of a letter: above it, or hanging below.</summary>
    private static readonly Dictionary<char, (double X, double Y)[][]> Marks = new()
    {
        ['\u0300'] = [[(-1, -1.9), (0, -1)]], ['\u0301'] = [[(0, -1), (1, -1.9)]], ['\u0302'] = [[(-1, -1), (0, -1.9), (1, -1)]],
        ['\u0303'] = [[(-1.2, -1.1), (-0.5, -1.7), (0.5, -1.1), (1.2, -1.7)]], ['\u0304'] = [[(-1, -1.3), (1, -1.3)]],
        ['\u0306'] = [[(-1, -1.9), (-0.4, -1.1), (0.4, -1.1), (1, -1.9)]], ['\u0307'] = [[(0, -1.4)]], ['\u0308'] = [[(-0.9, -1.4)], [(0.9, -1.4)]],
        ['\u030A'] = [[(-0.5, -1.4), (0, -0.9), (0.5, -1.4), (0, -1.9), (-0.5, -1.4)]], ['\u030B'] = [[(-0.8, -1), (0, -1.9)], [(0.6, -1), (1.4, -1.9)]],
        ['\u030C'] = [[(-1, -1.9), (0, -1), (1, -1.9)]], ['\u0327'] = [[(0, 6), (0.4, 6.9), (-0.5, 7.4)]], ['\u0328'] = [[(1, 6), (0.6, 6.9), (1.4, 7.3)]],
        ['\u0323'] = [[(0, 7.2)]], ['\u0326'] = [[(0.2, 6.8), (-0.2, 7.6)]],
    };

    /// <summary>The text in these letters, or null when one of them is not among them.</summary>
    public static string? Written(string text)
    {
        var plain = text.Trim().Replace("ß", "ss", StringComparison.Ordinal).ToUpperInvariant()
            .Replace("Æ", "AE", StringComparison.Ordinal).Replace("Œ", "OE", StringComparison.Ordinal).Replace('’', '\'')
            .Normalize(NormalizationForm.FormD);
        return plain.Length > 0 && plain.All(letter => letter == ' ' || Strokes.ContainsKey(letter) || Marks.ContainsKey(letter)) ? plain : null;
    }

    /// <summary>How wide the text is, for letters one high.</summary>
    public static double Width(string written) => (Walk(written).LastOrDefault().End - Gap) / Height;

    /// <summary>Writes with the text's middle on <paramref name="middle"/>, its letters so many pixels high.</summary>
    /// <param name="written">As <see cref="Written"/> gives it.</param>
    internal static void Write(Canvas canvas, string written, Spot middle, double height, double pen, Ink ink)
    {
        var unit = height / Height;
        var start = new Spot(middle.X - Width(written) * height / 2, middle.Y - height / 2);
        foreach (var (letter, at, width, _) in Walk(written))
        {
            foreach (var stroke in PointsOf(letter, at, width))
                canvas.Lines(stroke.Select(point => new Spot(start.X + point.X * unit, start.Y + point.Y * unit)).ToList(), pen, ink);
        }
    }

    /// <summary>Every letter and accent with where it stands.</summary>
    private static IEnumerable<(char Letter, double At, double Width, double End)> Walk(string written)
    {
        var (at, last) = (0.0, (At: 0.0, Width: 0.0));
        foreach (var letter in written)
        {
            if (Marks.ContainsKey(letter))
            {
                yield return (letter, last.At, last.Width, at);
                continue;
            }

            var width = letter == ' ' ? Blank - Gap : WidthOf(letter);
            last = (at, width);
            at += width + Gap;
            yield return (letter, last.At, width, at);
        }
    }

    private static IEnumerable<IEnumerable<(double X, double Y)>> PointsOf(char letter, double at, double width)
    {
        if (letter == ' ')
            return [];
        return Marks.TryGetValue(letter, out var marks)
            ? marks.Select(stroke => stroke.Select(point => (at + width / 2 + point.X, point.Y)))
            : Strokes[letter].Split(';').Select(stroke => stroke.Split(' ').Select(point => (at + Digit(point[0]), Digit(point[1]))));
    }

    private static double WidthOf(char letter) => Strokes[letter].Split([' ', ';']).Max(point => Digit(point[0]));

    private static double Digit(char digit) => CharUnicodeInfo.GetDecimalDigitValue(digit);
}
