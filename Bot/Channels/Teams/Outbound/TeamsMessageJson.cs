using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using AlignmentBot.Bot.Channels.Teams.Drawing;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Rendering;

namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>The bodies of calls that show something. A card never has text beside it: Teams would make two messages of it, without a usable id.
/// Source: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages</summary>
public static class TeamsMessageJson
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>As long as a notification shows.</summary>
    private const int Summary = 300;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A message with a card; its summary is what the notification says.</summary>
    public static ReadOnlyMemory<byte> Card(Card card, Reader reader, CardRefresh? refresh) => Write(json => WriteActivity(json, card, reader, refresh));

    /// <summary>Starts a thread in a channel with this card. Source: as above, send-proactive-messages</summary>
    public static ReadOnlyMemory<byte> Thread(TeamsTarget channel, Card card, Reader reader, CardRefresh? refresh) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("isGroup", true);
        json.WriteStartObject("channelData");
        json.WriteStartObject("channel");
        json.WriteString("id", channel.Conversation);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("tenantId", channel.Tenant);
        json.WritePropertyName("activity");
        WriteActivity(json, card, reader, refresh);
        json.WriteEndObject();
    });

    /// <summary>Starts the chat with one person. It carries no message: of such a one no id would come back.</summary>
    /// <param name="user">What Teams calls them towards this bot, or their directory object id.</param>
    public static ReadOnlyMemory<byte> Chat(string? appId, string user, string tenant) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("isGroup", false);
        if (appId is not null)
        {
            json.WriteStartObject("bot");
            json.WriteString("id", "28:" + appId);
            json.WriteEndObject();
        }

        json.WriteStartArray("members");
        json.WriteStartObject();
        json.WriteString("id", user);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("tenantId", tenant);
        json.WriteStartObject("channelData");
        json.WriteStartObject("tenant");
        json.WriteString("id", tenant);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WriteActivity(Utf8JsonWriter json, Card card, Reader reader, CardRefresh? refresh)
    {
        json.WriteStartObject();
        json.WriteString("type", "message");
        json.WriteString("summary", TextCut.To(TeamsText.OneLine(card.Summary), Summary));
        json.WriteStartArray("attachments");
        json.WriteStartObject();
        json.WriteString("contentType", CardType);
        json.WritePropertyName("content");
        json.WriteRawValue(TeamsCards.Content(card, reader, refresh).Span, skipInputValidation: true);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(8192);
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);
        return buffer.WrittenMemory;
    }
}
