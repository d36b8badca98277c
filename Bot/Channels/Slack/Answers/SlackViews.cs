using System.Buffers;
using System.Text.Json;
using AlignmentBot.Bot.Channels.Slack.Outbound;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Rendering;

namespace AlignmentBot.Bot.Channels.Slack.Answers;

/// <summary>Modals and Home tabs that show cards, and the bodies that carry them. Source: docs.slack.dev/surfaces/modals</summary>
public static class SlackViews
{
    /// <summary>A modal that only shows something. The answer to a button in it takes its place.</summary>
    public static ReadOnlyMemory<byte> Notice(Card card, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return SlackMessageJson.Write(json =>
        {
            json.WriteString("type", "modal");
            WritePlain(json, "title", texts["slack.notice_title"]);
            WritePlain(json, "close", texts["slack.notice_close"]);
            WriteBlocks(json, card, reader);
        });
    }

    /// <summary>A modal that waits for what is being done.</summary>
    public static ReadOnlyMemory<byte> Loading(string title, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return SlackMessageJson.Write(json =>
        {
            json.WriteString("type", "modal");
            WritePlain(json, "title", title);
            WritePlain(json, "close", texts["slack.notice_close"]);
            WriteBlocks(json, SlackCards.Sentence(texts["slack.loading"], Tone.Waiting), reader);
        });
    }

    /// <summary>What a modal shows in answer to something that was done in it.</summary>
    public static ReadOnlyMemory<byte> Of(Answer answer, Reader reader) => answer switch
    {
        Answer.Ask ask => Form(ask.Form, reader),
        Answer.Show show => Notice(show.Card, reader),
        Answer.Say say => Notice(SlackCards.Sentence(say.Text, say.Tone), reader),
        _ => throw new NotSupportedException($"A modal does not show {answer.GetType().Name}."),
    };

    public static ReadOnlyMemory<byte> Form(Form form, Reader reader)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        BlockKitRenderer.View(form, reader, buffer);
        return buffer.WrittenMemory;
    }

    public static ReadOnlyMemory<byte> Home(Card card, Reader reader) => SlackMessageJson.Write(json =>
    {
        json.WriteString("type", "home");
        WriteBlocks(json, card, reader);
    });

    /// <summary>For <c>views.open</c>.</summary>
    public static ReadOnlyMemory<byte> Open(string trigger, ReadOnlyMemory<byte> view) => With("trigger_id", trigger, view);

    /// <summary>For <c>views.publish</c>.</summary>
    /// <param name="hash">Of the view that it takes the place of, or null.</param>
    public static ReadOnlyMemory<byte> Publish(string user, ReadOnlyMemory<byte> view, string? hash) => SlackMessageJson.Write(json =>
    {
        json.WriteString("user_id", user);
        if (hash is not null)
            json.WriteString("hash", hash);
        json.WritePropertyName("view");
        json.WriteRawValue(view.Span, skipInputValidation: true);
    });

    /// <summary>For <c>views.update</c>.</summary>
    public static ReadOnlyMemory<byte> Replace(string id, ReadOnlyMemory<byte> view) => With("view_id", id, view);

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
