using System.Globalization;
using System.Text.Json;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Cards.Rendering;

/// <summary>The elements of a context block, which knows no rich text: words as plain text, moments as Slack's own date token.</summary>
internal static class BlockKitContext
{
    public static List<Element> Elements(IEnumerable<Run> runs, Reader reader)
    {
        var elements = new List<Element>();
        foreach (var run in runs)
        {
            if (run is Run.Moment moment)
                elements.Add(new Element(Token(moment, reader), IsToken: true));
            else if (elements is [.., { IsToken: false } last])
                elements[^1] = last with { Words = last.Words + PlainText.Of(run, reader) };
            else
                elements.Add(new Element(PlainText.Of(run, reader), IsToken: false));
        }

        elements.RemoveAll(element => string.IsNullOrWhiteSpace(element.Words));
        return elements;
    }

    /// <returns>How many characters it took.</returns>
    public static int Write(Utf8JsonWriter json, Element element, int room)
    {
        var words = element.IsToken ? element.Words : TextCut.To(TextClean.Of(element.Words).Trim(), room);
        json.WriteStartObject();
        json.WriteString("type", element.IsToken ? "mrkdwn" : "plain_text");
        json.WriteString("text", words.Length == 0 ? "–" : words);
        json.WriteBoolean(element.IsToken ? "verbatim" : "emoji", element.IsToken);
        json.WriteEndObject();
        return words.Length;
    }

    /// <summary>Shown in the zone of whoever reads it. Source: docs.slack.dev/messaging/formatting-message-text</summary>
    private static string Token(Run.Moment moment, Reader reader)
    {
        var fallback = BlockKitText.Escaped(PlainText.Of(moment, reader)).Replace("|", "/", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"<!date^{moment.At.ToUnixTimeSeconds()}^{BlockKitText.DateFormat}|{fallback}>");
    }

    /// <param name="IsToken">True for a moment in Slack's own notation.</param>
    internal readonly record struct Element(string Words, bool IsToken);
}
