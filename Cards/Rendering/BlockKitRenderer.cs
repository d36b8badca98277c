using System.Buffers;
using System.Text.Json;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Rendering;

/// <summary>
/// Draws cards as Slack messages and forms as Slack modals. All words go into <c>rich_text</c> and <c>plain_text</c>, which Slack takes
/// literally, so that nothing in them can become a mention, a link or a format.
/// </summary>
public static class BlockKitRenderer
{
    /// <summary>An object with <c>text</c> and <c>blocks</c>.</summary>
    public static string Message(Card card, Reader reader) => JsonText.Of(json => WriteWhole(json, card, reader));

    /// <inheritdoc cref="Message(Card, Reader)"/>
    public static void Message(Card card, Reader reader, IBufferWriter<byte> output)
    {
        using var json = JsonText.Writer(output);
        WriteWhole(json, card, reader);
    }

    /// <summary>The properties <c>text</c> and <c>blocks</c>, within an object that the caller has opened, beside channel and thread.</summary>
    public static void WriteMessage(Utf8JsonWriter json, Card card, Reader reader)
    {
        json.WriteString("text", BlockKitText.Escaped(TextCut.To(VisibleBlocks.Summary(card), BlockKitLimits.Summary)));
        json.WritePropertyName("blocks");
        WriteBlocks(json, card, reader, BlockKitLimits.BlocksInMessage);
    }

    /// <summary>The card's blocks alone, as one array, for a modal or a Home tab of the caller's.</summary>
    public static void WriteViewBlocks(Utf8JsonWriter json, Card card, Reader reader) => WriteBlocks(json, card, reader, BlockKitLimits.BlocksInView);

    /// <summary>
    /// A modal. Its <c>callback_id</c> is the form's id, its <c>private_metadata</c> the form's value; every field is an input block whose
    /// <c>block_id</c> and <c>action_id</c> are both the field's name.
    /// </summary>
    public static string View(Form form, Reader reader) => JsonText.Of(json => BlockKitForm.Write(json, form, reader));

    /// <inheritdoc cref="View(Form, Reader)"/>
    public static void View(Form form, Reader reader, IBufferWriter<byte> output)
    {
        using var json = JsonText.Writer(output);
        BlockKitForm.Write(json, form, reader);
    }

    /// <summary>An object with the options that answer a lookup, at most 100. Source: docs.slack.dev/reference/block-kit/block-elements/select-menu-element</summary>
    public static void Options(ValueList<Option> options, IBufferWriter<byte> output)
    {
        using var json = JsonText.Writer(output);
        json.WriteStartObject();
        BlockKitForm.WriteOptions(json, options.Take(BlockKitLimits.Options).ToValueList());
        json.WriteEndObject();
    }

    /// <summary>The same as one value, for a writer that stands where a value belongs.</summary>
    public static void WriteView(Utf8JsonWriter json, Form form, Reader reader) => BlockKitForm.Write(json, form, reader);

    private static void WriteBlocks(Utf8JsonWriter json, Card card, Reader reader, int limit)
    {
        json.WriteStartArray();
        new BlockKitBlocks(json, reader, limit).Write(VisibleBlocks.Of(card, reader));
        json.WriteEndArray();
    }

    private static void WriteWhole(Utf8JsonWriter json, Card card, Reader reader)
    {
        json.WriteStartObject();
        WriteMessage(json, card, reader);
        json.WriteEndObject();
    }
}
