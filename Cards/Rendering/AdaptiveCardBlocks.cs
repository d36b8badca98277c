using System.Text.Json;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Rendering;

/// <summary>The body of one card, and the people it mentions.</summary>
internal sealed class AdaptiveCardBlocks(Utf8JsonWriter json, Reader reader, CardEnvelope envelope, int textLimit)
{
    private readonly Dictionary<string, Run.Person> mentions = new(StringComparer.Ordinal);
    private bool separate;

    public void Write(ValueList<Block> blocks)
    {
        foreach (var block in blocks)
            Write(block);
    }

    /// <summary>Teams resolves mentions by this list. Source: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format</summary>
    public void WriteMentions()
    {
        json.WriteStartObject("msteams");
        json.WriteString("width", "Full");
        if (mentions.Count > 0)
        {
            json.WriteStartArray("entities");
            foreach (var (text, person) in mentions)
            {
                json.WriteStartObject();
                json.WriteString("type", "mention");
                json.WriteString("text", text);
                json.WriteStartObject("mentioned");
                json.WriteString("id", person.TeamsUser);
                json.WriteString("name", MentionName(person));
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Block.Heading heading:
                WriteHeading(heading);
                break;
            case Block.Paragraph paragraph:
                WriteText(paragraph.Runs);
                break;
            case Block.Note note:
                WriteText(note.Runs, small: true);
                break;
            case Block.Status status:
                WriteStatus(status);
                break;
            case Block.Facts facts:
                foreach (var fact in facts.Items)
                    WriteText([new Run.Plain(fact.Label + ": "), .. fact.Runs], close: fact != facts.Items[0]);
                break;
            case Block.Bullets bullets:
                foreach (var line in bullets.Lines.Take(AdaptiveCardLimits.ListItems))
                    WriteText([new Run.Plain("• "), .. line], close: true);
                break;
            case Block.Buttons buttons:
                WriteButtons(buttons.Items.Take(AdaptiveCardLimits.ButtonsInSet).ToValueList());
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
                separate = true;
                break;
            default:
                throw new NotSupportedException($"No element for {block.GetType().Name}.");
        }
    }

    private void WriteHeading(Block.Heading heading)
    {
        Open("TextBlock");
        json.WriteString("text", AdaptiveCardText.Escaped(TextCut.To(TeamsText.OneLine(heading.Text), Math.Min(textLimit, AdaptiveCardLimits.Heading))));
        json.WriteString("size", "Large");
        json.WriteString("weight", "Bolder");
        json.WriteString("style", "heading");
        json.WriteBoolean("wrap", true);
        json.WriteEndObject();
    }

    private void WriteStatus(Block.Status status)
    {
        Open("Container");
        json.WriteString("style", Style(status.Tone));
        json.WriteStartArray("items");
        WriteText(status.Runs);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Text runs are literal but know no mentions; a text with one is therefore a text block with escaped markup.</summary>
    private void WriteText(ValueList<Run> runs, bool small = false, bool close = false)
    {
        if (runs.Any(Mentions))
        {
            WriteWithMentions(runs);
            return;
        }

        Open("RichTextBlock");
        if (close)
            json.WriteString("spacing", "Small");
        json.WriteStartArray("inlines");
        AdaptiveCardText.WriteInlines(json, runs, reader, new TextLook(textLimit, small));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteWithMentions(ValueList<Run> runs)
    {
        Open("TextBlock");
        json.WriteString("text", string.Concat(runs.Select(Marked)));
        json.WriteBoolean("wrap", true);
        json.WriteEndObject();
    }

    private string Marked(Run run)
    {
        if (run is Run.Person person && Mentions(run))
        {
            var mention = $"<at>{MentionName(person)}</at>";
            mentions[mention] = person;
            return mention;
        }

        var words = AdaptiveCardText.Escaped(TextCut.To(TeamsText.Of(PlainText.Of(run, reader)), textLimit));
        return run is Run.Strong && !string.IsNullOrWhiteSpace(words) ? $"**{words.Trim()}**" : words;
    }

    private void WriteImage(Block.Image image)
    {
        Open("Image");
        json.WriteString("url", image.Address!.AbsoluteUri);
        json.WriteString("altText", TextCut.To(TeamsText.OneLine(image.Alt), Math.Min(textLimit, AdaptiveCardLimits.Summary)));
        json.WriteString("size", "Stretch");
        json.WriteEndObject();
    }

    private void WriteChart(Block.Chart chart)
    {
        Open(AdaptiveCardChart.Type(chart.Picture));
        AdaptiveCardChart.Write(json, chart.Picture);
        if (chart.SaidElsewhere)
        {
            json.WriteString("fallback", "drop");
        }
        else
        {
            json.WriteStartObject("fallback");
            json.WriteString("type", "TextBlock");
            json.WriteString("text", AdaptiveCardText.Escaped(TextCut.To(TeamsText.OneLine(string.Join("; ", ChartText.Lines(chart.Picture, reader.Language))), textLimit)));
            json.WriteBoolean("wrap", true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteButtons(ValueList<Button> buttons)
    {
        Open("ActionSet");
        json.WriteStartArray("actions");
        foreach (var button in buttons)
            WriteButton(button);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Only a submit action can open a dialog, and only an execute action can change the card; in a dialog there are submit actions only.</summary>
    private void WriteButton(Button button)
    {
        var opensDialog = ActionIds.OpensDialog(button.Action) && !envelope.InDialog;
        var submits = opensDialog || envelope.InDialog;
        json.WriteStartObject();
        json.WriteString("type", submits ? "Action.Submit" : "Action.Execute");
        json.WriteString("title", TextCut.To(TeamsText.OneLine(button.Label), AdaptiveCardLimits.ButtonLabel));
        if (!submits)
            json.WriteString("verb", button.Action);
        json.WriteStartObject("data");
        if (opensDialog)
        {
            json.WriteStartObject("msteams");
            json.WriteString("type", "task/fetch");
            json.WriteEndObject();
        }

        if (submits)
            json.WriteString(TeamsData.Verb, button.Action);
        json.WriteString(TeamsData.Value, TextCut.To(button.Value, AdaptiveCardLimits.ButtonValue));
        if (envelope.Token is { } token)
            json.WriteString(TeamsData.Token, token);
        json.WriteEndObject();
        if (Style(button.Style) is { } style)
            json.WriteString("style", style);
        if (button.Spoken is { } spoken)
            json.WriteString("tooltip", TextCut.To(TeamsText.OneLine(spoken), Math.Min(textLimit, AdaptiveCardLimits.Spoken)));
        json.WriteEndObject();
    }

    private void Open(string type)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        if (separate)
            json.WriteBoolean("separator", true);
        separate = false;
    }

    private static bool Mentions(Run run) => run is Run.Person { Notify: true, TeamsUser: { Length: > 0 } };

    private static string MentionName(Run.Person person) =>
        TextCut.To(AdaptiveCardText.Escaped(TeamsText.OneLine(person.Name)), AdaptiveCardLimits.ButtonLabel);

    private static string? Style(ButtonStyle style) => style switch
    {
        ButtonStyle.Plain => null,
        ButtonStyle.Primary => "positive",
        ButtonStyle.Danger => "destructive",
    };

    private static string Style(Tone tone) => tone switch
    {
        Tone.Neutral => "emphasis",
        Tone.Waiting => "accent",
        Tone.Good => "good",
        Tone.Warning => "warning",
        Tone.Bad => "attention",
    };
}
