using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Rendering;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Channels.Teams.Answers;

/// <summary>The bodies that invokes are answered with.
/// Sources: learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model; learn.microsoft.com/microsoftteams/platform (task modules, dynamic search, search commands)</summary>
public static class TeamsBodies
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const string SearchType = "application/vnd.microsoft.search.searchResponse";
    private const string ThumbnailType = "application/vnd.microsoft.card.thumbnail";
    private const int MostOptions = 15;
    private const int LongestLine = 200;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The card in the place of the one on which somebody pressed, for them alone.</summary>
    public static TeamsReply Card(ReadOnlyMemory<byte> content) => Write(json =>
    {
        WriteKind(json, CardType);
        json.WritePropertyName("value");
        json.WriteRawValue(content.Span, skipInputValidation: true);
    });

    /// <summary>A sentence below the card on which somebody pressed, for them alone.</summary>
    public static TeamsReply Sentence(string text) => Write(json =>
    {
        WriteKind(json, MessageType);
        json.WriteString("value", TeamsText.Of(text));
    });

    /// <summary>A dialog that shows this.</summary>
    public static TeamsReply Dialog(string title, ReadOnlyMemory<byte> content) => Write(json =>
    {
        json.WriteStartObject("task");
        json.WriteString("type", "continue");
        json.WriteStartObject("value");
        json.WriteString("title", TeamsText.OneLine(title));
        json.WriteString("height", "medium");
        json.WriteString("width", "medium");
        json.WriteStartObject("card");
        json.WriteString("contentType", CardType);
        json.WritePropertyName("content");
        json.WriteRawValue(content.Span, skipInputValidation: true);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>A dialog that says this and closes.</summary>
    public static TeamsReply DialogSentence(string text) => Write(json =>
    {
        json.WriteStartObject("task");
        json.WriteString("type", "message");
        json.WriteString("value", TeamsText.Of(text));
        json.WriteEndObject();
    });

    /// <summary>Options for somebody who types.</summary>
    public static TeamsReply Options(ValueList<Option> options) => Write(json =>
    {
        WriteKind(json, SearchType);
        json.WriteStartObject("value");
        json.WriteStartArray("results");
        foreach (var option in options.Take(MostOptions))
        {
            json.WriteStartObject();
            json.WriteString("title", Line(option.Group is { } group ? $"{option.Label} ({group})" : option.Label));
            json.WriteString("value", option.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>What a search of the message extension found.</summary>
    public static TeamsReply Results(IEnumerable<TeamsResult> results) => WriteExtension("result", json =>
    {
        json.WriteString("attachmentLayout", "list");
        json.WriteStartArray("attachments");
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteString("contentType", CardType);
            json.WritePropertyName("content");
            json.WriteRawValue(result.Content.Span, skipInputValidation: true);
            json.WriteStartObject("preview");
            json.WriteString("contentType", ThumbnailType);
            json.WriteStartObject("content");
            json.WriteString("title", Html(result.Title));
            json.WriteString("text", Html(result.Text));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>A sentence in the place of what the message extension would have found.</summary>
    public static TeamsReply NoResult(string text) => WriteExtension("message", json => json.WriteString("text", TeamsText.Of(text)));

    private static TeamsReply WriteExtension(string type, Action<Utf8JsonWriter> write) => Write(json =>
    {
        json.WriteStartObject("composeExtension");
        json.WriteString("type", type);
        write(json);
        json.WriteEndObject();
    });

    private static void WriteKind(Utf8JsonWriter json, string type)
    {
        json.WriteNumber("statusCode", StatusCodes.Status200OK);
        json.WriteString("type", type);
    }

    private static TeamsReply Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(8192);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return TeamsReply.Of(buffer.WrittenMemory);
    }

    private static string Line(string text) => TextCut.To(TeamsText.OneLine(text), LongestLine);

    /// <summary>Previews of Teams are HTML.</summary>
    private static string Html(string text) => HtmlEncoder.Default.Encode(Line(text));
}

/// <summary>One result of the message extension.</summary>
/// <param name="Content">The card that is pasted.</param>
public sealed record TeamsResult(string Title, string Text, ReadOnlyMemory<byte> Content);
