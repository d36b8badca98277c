using System.Text;
using System.Text.Json;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Cards.Rendering;

/// <summary>Words in Adaptive Cards: text runs, and escaped markup where a text block is needed.</summary>
internal static class AdaptiveCardText
{
    /// <summary>
    /// Makes words harmless in a text block. Its markup is escaped with backslashes; angle brackets become quotation marks of that shape,
    /// since they start mentions and a backslash does not stop those.
    /// </summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (letter is '<' or '>')
            {
                escaped.Append(letter == '<' ? '‹' : '›');
                continue;
            }

            if (letter is '\\' or '*' or '_' or '[' or ']' or '`' or '~' || (StartsLine(text, index) && letter is '#' or '-' or '+') || EndsNumber(text, index))
                escaped.Append('\\');
            escaped.Append(letter);
        }

        return escaped.ToString();
    }

    /// <summary>Runs as the inlines of a rich text block.</summary>
    public static void WriteInlines(Utf8JsonWriter json, IEnumerable<Run> runs, Reader reader, TextLook look)
    {
        foreach (var run in PlainText.Joined(runs))
        {
            var words = TextCut.To(TeamsText.Of(PlainText.Of(run, reader)), look.Limit);
            if (words.Length == 0)
                continue;
            json.WriteStartObject();
            json.WriteString("type", "TextRun");
            json.WriteString("text", words);
            if (run is Run.Strong)
                json.WriteString("weight", "Bolder");
            if (look.Small)
                json.WriteString("size", "Small");
            if (look.Small)
                json.WriteBoolean("isSubtle", true);
            if (run is Run.Link link && Links.Allowed(link.Address) && link.Address.AbsoluteUri.Length <= AdaptiveCardLimits.Url)
                WriteSelect(json, link.Address);
            json.WriteEndObject();
        }
    }

    private static void WriteSelect(Utf8JsonWriter json, Uri address)
    {
        json.WriteStartObject("selectAction");
        json.WriteString("type", "Action.OpenUrl");
        json.WriteString("url", address.AbsoluteUri);
        json.WriteEndObject();
    }

    private static bool StartsLine(string text, int index) => text.AsSpan(0, index).TrimEnd(' ') is var before && (before.IsEmpty || before[^1] == '\n');

    /// <summary><c>1.</c> and <c>1)</c> at the start of a line begin a numbered list.</summary>
    private static bool EndsNumber(string text, int index)
    {
        if (text[index] is not ('.' or ')'))
            return false;
        var first = index;
        while (first > 0 && char.IsAsciiDigit(text[first - 1]))
            first--;
        return first < index && StartsLine(text, first);
    }
}

/// <param name="Limit">Longest single text, in UTF-16 units.</param>
/// <param name="Small">Small print.</param>
internal readonly record struct TextLook(int Limit, bool Small = false);
