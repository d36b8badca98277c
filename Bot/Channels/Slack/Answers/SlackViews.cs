using System.Text.Json;
using AlignmentBot.Bot.Channels.Slack.Outbound;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Rendering;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Channels.Slack.Answers;

/// <summary>Modals and Home tabs that show cards, and the bodies that carry them. Source: docs.slack.dev/surfaces/modals</summary>
public static class SlackViews
{
    /// <summary>A modal that only shows something: without buttons, whose answers would have to take its place.</summary>
    public static ReadOnlyMemory<byte> Notice(Card card, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return SlackMessageJson.Write(json =>
        {
            json.WriteString("type", "modal");
            WritePlain(json, "title", texts["slack.notice_title"]);
            WritePlain(json, "close", texts["slack.notice_close"]);
            WriteBlocks(json, card with { Blocks = card.Blocks.Where(block => block is not Block.Buttons).ToValueList() }, reader);
        });
    }

    public static ReadOnlyMemory<byte> Home(Card card, Reader reader) => SlackMessageJson.Write(json =>
    {
        json.WriteString("type", "home");
        WriteBlocks(json, card, reader);
    });

    /// <summary>For <c>views.open</c>.</summary>
    public static ReadOnlyMemory<byte> Open(string trigger, ReadOnlyMemory<byte> view) => With("trigger_id", trigger, view);

    /// <summary>For <c>views.publish</c>.</summary>
    public static ReadOnlyMemory<byte> Publish(string user, ReadOnlyMemory<byte> view) => With("user_id", user, view);

    /// <summary>The answer to a submission that puts this view in the place of the form.</summary>
    public static ReadOnlyMemory<byte> Update(ReadOnlyMemory<byte> view) => With("response_action", "update", view);

    private static ReadOnlyMemory<byte> With(string name, string value, ReadOnlyMemory<byte> view) => SlackMessageJson.Write(json =>
    {
        json.WriteString(name, value);
        json.WritePropertyName("view");
        json.WriteRawValue(view.Span, skipInputValidation: true);
    });

    private static void WriteBlocks(Utf8JsonWriter json, Card card, Reader reader)
    {
        json.WritePropertyName("blocks");
        BlockKitRenderer.WriteViewBlocks(json, card, reader);
    }

    private static void WritePlain(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "plain_text");
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
