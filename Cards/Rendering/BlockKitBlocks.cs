using System.Text.Json;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Rendering;

/// <summary>The blocks of one message. Keeps count, and says so when something had to be left out.</summary>
internal sealed class BlockKitBlocks(Utf8JsonWriter json, Reader reader, int limit)
{
    private int written;
    private int room = BlockKitLimits.Message;
    private int charts;

    public void Write(ValueList<Block> blocks)
    {
        for (var index = 0; index < blocks.Count; index++)
        {
            // The last place is kept for the note that something is left out.
            if ((written == limit - 1 && index < blocks.Count - 1) || room < 2)
            {
                WriteSection([new Run.Plain(Texts.For(reader.Language)["card.note_cut"])], BlockKitLimits.Text);
                return;
            }

            Write(blocks[index]);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Block.Heading heading:
                Open("header");
                BlockKitText.WritePlain(json, "text", heading.Text, BlockKitLimits.Header);
                json.WriteEndObject();
                break;
            case Block.Paragraph paragraph:
                WriteSection(paragraph.Runs);
                break;
            case Block.Status status:
                WriteSection(status.Runs, emoji: Emoji(status.Tone));
                break;
            case Block.Note note:
                WriteContext(note.Runs);
                break;
            case Block.Facts facts:
                WriteFacts(facts);
                break;
            case Block.Bullets bullets:
                WriteBullets(bullets);
                break;
            case Block.Buttons buttons:
                WriteButtons(buttons.Items.Take(BlockKitLimits.ButtonsInBlock).ToValueList());
                break;
            case Block.Image { Address: null }:
                break;
            case Block.Image image:
                WriteImage(image);
                break;
            case Block.Chart chart:
                WriteChart(chart);
                break;
            case Block.Divider:
                Open("divider");
                json.WriteEndObject();
                break;
            default:
                throw new NotSupportedException($"No block for {block.GetType().Name}.");
        }
    }

    private void WriteSection(IEnumerable<Run> runs, int least = 0, string? emoji = null)
    {
        var before = Math.Max(least, Math.Min(room, BlockKitLimits.Text));
        var left = before;
        Open("rich_text");
        json.WriteStartArray("elements");
        json.WriteStartObject();
        json.WriteString("type", "rich_text_section");
        json.WriteStartArray("elements");
        if (emoji is not null)
            WriteEmoji(emoji);
        BlockKitText.WriteRuns(json, runs, reader, ref left);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        room -= before - left;
    }

    /// <summary>Small print. Only plain text and moments, which are of our own making, so that no word from people is read as markup.</summary>
    private void WriteContext(IEnumerable<Run> runs)
    {
        Open("context");
        json.WriteStartArray("elements");
        foreach (var element in BlockKitContext.Elements(runs, reader).Take(BlockKitLimits.ContextElements))
            room -= BlockKitContext.Write(json, element, Math.Max(2, Math.Min(room, BlockKitLimits.Text)));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>One line each, the label first: on a phone shorter than Slack's own fields, which take two.</summary>
    private void WriteFacts(Block.Facts facts)
    {
        var runs = new List<Run>();
        foreach (var fact in facts.Items)
        {
            runs.Add(new Run.Plain((runs.Count > 0 ? "\n" : string.Empty) + fact.Label + ": "));
            runs.AddRange(fact.Runs);
        }

        WriteSection(runs);
    }

    private void WriteBullets(Block.Bullets bullets)
    {
        var before = Math.Min(room, BlockKitLimits.Text);
        var left = before;
        Open("rich_text");
        json.WriteStartArray("elements");
        json.WriteStartObject();
        json.WriteString("type", "rich_text_list");
        json.WriteString("style", "bullet");
        json.WriteStartArray("elements");
        foreach (var line in bullets.Lines.Take(BlockKitLimits.ListItems).TakeWhile(_ => left >= 2))
        {
            json.WriteStartObject();
            json.WriteString("type", "rich_text_section");
            json.WriteStartArray("elements");
            BlockKitText.WriteRuns(json, line, reader, ref left);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        room -= before - left;
    }

    /// <summary>Slack fetches the picture itself. Source: docs.slack.dev/reference/block-kit/blocks/image-block</summary>
    private void WriteImage(Block.Image image)
    {
        Open("image");
        json.WriteString("image_url", image.Address!.AbsoluteUri);
        json.WriteString("alt_text", TextCut.To(TextClean.OneLine(image.Alt), BlockKitLimits.Alt));
        json.WriteEndObject();
    }

    /// <summary>A chart, and the same in words: older apps do not draw charts, and screen readers read words. Views know no charts.</summary>
    private void WriteChart(Block.Chart chart)
    {
        var fits = limit == BlockKitLimits.BlocksInMessage && charts < BlockKitChart.InMessage && written < limit - 2;
        if (fits && BlockKitChart.Drawable(chart.Picture) is { } drawable)
        {
            charts++;
            Open("data_visualization");
            BlockKitChart.Write(json, drawable);
            json.WriteEndObject();
        }

        if (!chart.SaidElsewhere)
            WriteContext([new Run.Plain(string.Join('\n', ChartText.Lines(chart.Picture, reader.Language)))]);
    }

    private void WriteButtons(ValueList<Button> buttons)
    {
        Open("actions");
        json.WriteStartArray("elements");
        foreach (var button in buttons)
        {
            json.WriteStartObject();
            json.WriteString("type", "button");
            json.WriteString("action_id", button.Action);
            BlockKitText.WritePlain(json, "text", button.Label, BlockKitLimits.ButtonLabel);
            json.WriteString("value", TextCut.To(button.Value, BlockKitLimits.ButtonValue));
            if (Style(button.Style) is { } style)
                json.WriteString("style", style);
            if (button.Spoken is { } spoken)
                json.WriteString("accessibility_label", TextCut.To(TextClean.OneLine(spoken), BlockKitLimits.ButtonLabel));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Open(string type)
    {
        written++;
        json.WriteStartObject();
        json.WriteString("type", type);
    }

    private void WriteEmoji(string name)
    {
        json.WriteStartObject();
        json.WriteString("type", "emoji");
        json.WriteString("name", name);
        json.WriteEndObject();
        BlockKitText.WriteText(json, " ", bold: false);
    }

    private static string? Style(ButtonStyle style) => style switch
    {
        ButtonStyle.Plain => null,
        ButtonStyle.Primary => "primary",
        ButtonStyle.Danger => "danger",
    };

    private static string? Emoji(Tone tone) => tone switch
    {
        Tone.Neutral => null,
        Tone.Waiting => "hourglass_flowing_sand",
        Tone.Good => "white_check_mark",
        Tone.Warning => "warning",
        Tone.Bad => "x",
    };
}
