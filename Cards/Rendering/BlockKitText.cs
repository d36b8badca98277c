using System.Text.Json;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Cards.Rendering;

/// <summary>Words in Block Kit: rich text elements, plain text objects, and the escaped text of a message.</summary>
internal static class BlockKitText
{
    public const string DateFormat = "{date_short_pretty}, {time}";

    /// <summary>Slack reads exactly three characters as control characters. Source: docs.slack.dev/messaging/formatting-message-text</summary>
    public static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A plain text object; colons do not become emoji. Never empty, as Slack refuses that.</summary>
    public static void WritePlain(Utf8JsonWriter json, string property, string text, int limit)
    {
        var words = TextCut.To(TextClean.OneLine(text), limit);
        json.WriteStartObject(property);
        json.WriteString("type", "plain_text");
        json.WriteString("text", words.Length == 0 ? "–" : words);
        json.WriteBoolean("emoji", false);
        json.WriteEndObject();
    }

    /// <summary>Runs as elements of a rich text section.</summary>
    /// <param name="room">How many characters are left; what is beyond is cut.</param>
    public static void WriteRuns(Utf8JsonWriter json, IEnumerable<Run> runs, Reader reader, ref int room)
    {
        foreach (var run in PlainText.Joined(runs))
        {
            if (room < 2)
                return;
            Write(json, run, reader, ref room);
        }
    }

    private static void Write(Utf8JsonWriter json, Run run, Reader reader, ref int room)
    {
        switch (run)
        {
            case Run.Person { Notify: true, SlackUser: { } account } when IdOf(account) is var user && IsUserId(user):
                json.WriteStartObject();
                json.WriteString("type", "user");
                json.WriteString("user_id", user);
                json.WriteEndObject();
                room -= user.Length;
                break;
            case Run.Channel { SlackChannel: { } place } when IdOf(place) is var channel && IsChannelId(channel):
                json.WriteStartObject();
                json.WriteString("type", "channel");
                json.WriteString("channel_id", channel);
                json.WriteEndObject();
                room -= channel.Length;
                break;
            case Run.Moment moment:
                json.WriteStartObject();
                json.WriteString("type", "date");
                json.WriteNumber("timestamp", moment.At.ToUnixTimeSeconds());
                json.WriteString("format", DateFormat);
                json.WriteString("fallback", PlainText.Of(moment, reader));
                json.WriteEndObject();
                room -= 24;
                break;
            case Run.Link link when Links.Allowed(link.Address) && link.Address.AbsoluteUri.Length <= BlockKitLimits.Url:
                if (Words(link.Text, ref room) is not { } label)
                    break;
                json.WriteStartObject();
                json.WriteString("type", "link");
                json.WriteString("url", link.Address.AbsoluteUri);
                json.WriteString("text", label);
                json.WriteEndObject();
                break;
            default:
                if (Words(PlainText.Of(run, reader), ref room) is { } words)
                    WriteText(json, words, bold: run is Run.Strong);
                break;
        }
    }

    public static void WriteText(Utf8JsonWriter json, string words, bool bold)
    {
        json.WriteStartObject();
        json.WriteString("type", "text");
        json.WriteString("text", words);
        if (bold)
        {
            json.WriteStartObject("style");
            json.WriteBoolean("bold", true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string? Words(string text, ref int room)
    {
        var clean = TextClean.Of(text);
        if (clean.Length == 0 || room < 2)
            return null;
        var words = TextCut.To(clean, room);
        room -= words.Length;
        return words;
    }

    /// <summary>Slack's own id in an account that also names its workspace, <c>T0123/U0123</c>. A pod's people and its channel are in one workspace.</summary>
    internal static string IdOf(string account) => account[(account.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static bool IsChannelId(string channel) => channel.Length is > 1 and <= 40 && channel[0] is 'C' or 'G' && channel.All(char.IsAsciiLetterOrDigit);

    private static bool IsUserId(string user) => user.Length is > 1 and <= 40 && user[0] is 'U' or 'W' && user.All(char.IsAsciiLetterOrDigit);
}
