using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Rendering;

namespace AlignmentBot.Bot.Channels.Slack.Outbound;

/// <summary>The bodies of calls that show something.</summary>
public static class SlackMessageJson
{
    /// <summary>Under this type the effect key hangs on every message, to be found again when an answer was lost.</summary>
    public const string EffectType = "alignmentbot_effect";

    public const string EffectKey = "effect";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For <c>chat.postMessage</c>.</summary>
    /// <param name="thread">The ts of the thread's first message, or null.</param>
    /// <param name="effect">Null for messages that may be lost.</param>
    public static ReadOnlyMemory<byte> Post(string channel, string? thread, string? effect, Card card, Reader reader) => Write(json =>
    {
        json.WriteString("channel", channel);
        if (thread is not null)
            json.WriteString("thread_ts", thread);
        WriteEffect(json, effect);
        WriteCard(json, card, reader);
    });

    /// <summary>For <c>chat.update</c>. The metadata stays as it is.</summary>
    public static ReadOnlyMemory<byte> Update(string channel, string ts, Card card, Reader reader) => Write(json =>
    {
        json.WriteString("channel", channel);
        json.WriteString("ts", ts);
        WriteCard(json, card, reader);
    });

    /// <summary>For <c>chat.postEphemeral</c>.</summary>
    public static ReadOnlyMemory<byte> Ephemeral(string channel, string user, string? thread, Card card, Reader reader) => Write(json =>
    {
        json.WriteString("channel", channel);
        json.WriteString("user", user);
        if (thread is not null)
            json.WriteString("thread_ts", thread);
        BlockKitRenderer.WriteMessage(json, card, reader);
    });

    /// <summary>For a response address, or as the answer to a slash command: seen by the one who asked.</summary>
    /// <param name="replace">Whether it takes the place of the message that was clicked.</param>
    public static ReadOnlyMemory<byte> Response(Card card, Reader reader, string? thread, bool replace) => Write(json =>
    {
        if (replace)
            json.WriteBoolean("replace_original", true);
        else
            json.WriteString("response_type", "ephemeral");
        if (thread is not null)
            json.WriteString("thread_ts", thread);
        BlockKitRenderer.WriteMessage(json, card, reader);
    });

    internal static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> properties)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            properties(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteCard(Utf8JsonWriter json, Card card, Reader reader)
    {
        json.WriteBoolean("unfurl_links", false);
        json.WriteBoolean("unfurl_media", false);
        BlockKitRenderer.WriteMessage(json, card, reader);
    }

    private static void WriteEffect(Utf8JsonWriter json, string? effect)
    {
        if (effect is null)
            return;
        json.WriteStartObject("metadata");
        json.WriteString("event_type", EffectType);
        json.WriteStartObject("event_payload");
        json.WriteString(EffectKey, effect);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
