using System.Globalization;
using System.Text;

namespace AlignmentBot.Cards;

/// <summary>Shortens text without cutting a character that people see as one, such as an accented letter, a flag or a family of emoji.</summary>
public static class TextCut
{
    private const char Ellipsis = '…';

    /// <summary>Makes one emoji of two; joins nothing at the end of a text.</summary>
    private const char Joiner = '\u200D';

    /// <summary>The text, or as much of it as fits with an ellipsis at its end.</summary>
    /// <param name="limit">UTF-16 units, the ellipsis included; at least 1.</param>
    public static string To(string text, int limit)
    {
        if (text.Length <= limit)
            return text;
        var kept = KeptLength(text, limit - 1);
        return string.Concat(text.AsSpan(0, kept).TrimEnd([' ', '\n', Joiner]), [Ellipsis]);
    }

    private static int KeptLength(string text, int room)
    {
        var kept = 0;
        while (kept < text.Length)
        {
            var next = StringInfo.GetNextTextElementLength(text.AsSpan(kept));
            if (kept + next > room)
                break;
            kept += next;
        }

        // One letter can carry marks without end; then whole code points are kept instead of nothing.
        return kept > 0 || room < 1 ? kept : WholeCodePoints(text, room);
    }

    private static int WholeCodePoints(string text, int room) =>
        room > 1 && char.IsHighSurrogate(text[room - 1]) ? room - 1 : room == 1 && char.IsSurrogate(text[0]) ? 0 : room;
}

/// <summary>Takes out of text what has no business in a card: control characters, overrides of the writing direction, halves of characters.</summary>
public static class TextClean
{
    /// <summary>The text without them. Line breaks become <c>\n</c>, tabs become blanks.</summary>
    public static string Of(string text) => IsClean(text) ? text : Rebuilt(text);

    /// <summary>The same on one line.</summary>
    public static string OneLine(string text) => Of(text).Replace('\n', ' ').Trim();

    private static bool IsClean(string text)
    {
        foreach (var unit in text)
        {
            if (char.IsSurrogate(unit) || char.IsControl(unit) && unit != '\n' || IsUnwanted(unit))
                return false;
        }

        return true;
    }

    private static string Rebuilt(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value is '\r' or '\u0085' or '\u2028' or '\u2029')
                clean.Append('\n');
            else if (rune.Value == '\t')
                clean.Append(' ');
            else if (rune.Value == '\n' || !(Rune.IsControl(rune) || IsUnwanted(rune.Value)))
                clean.Append(rune);
        }

        return clean.ToString();
    }

    /// <summary>Embeddings, overrides and isolates of the writing direction, invisible separators, the byte order mark.</summary>
    private static bool IsUnwanted(int value) =>
        value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x2028 or 0x2029 or 0x200B or 0x2060 or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB);
}
