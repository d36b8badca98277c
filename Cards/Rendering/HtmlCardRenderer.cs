using System.Buffers;
using System.Collections.ObjectModel;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Cards.Rendering;

/// <summary>
/// Draws cards and forms as fragments of HTML: classes start with <c>ab-</c>, no style, no script. A button carries <c>data-action</c>
/// and <c>data-value</c>; who listens to it is the page's affair.
/// </summary>
public static class HtmlCardRenderer
{
    /// <summary>An <c>article</c>.</summary>
    public static string Card(Card card, Reader reader) => Drawn(card, reader).ToString();

    /// <inheritdoc cref="Card(Model.Card, Reader)"/>
    public static void Card(Card card, Reader reader, IBufferWriter<byte> output) => Drawn(card, reader).CopyTo(output);

    /// <summary>
    /// What stands within a <c>form</c> element of the page: heading, questions, and two buttons, of which the one that cancels carries
    /// <c>data-cancel</c>. Hidden fields <c>form</c> and <c>value</c> say what it is about.
    /// </summary>
    /// <param name="errors">Sentences by field name, shown under the field.</param>
    public static string Form(Form form, Reader reader, IReadOnlyDictionary<string, string>? errors = null) =>
        HtmlForm.Draw(form, reader, errors ?? ReadOnlyDictionary<string, string>.Empty).ToString();

    /// <inheritdoc cref="Form(Model.Form, Reader, IReadOnlyDictionary{string, string}?)"/>
    public static void Form(Form form, Reader reader, IBufferWriter<byte> output, IReadOnlyDictionary<string, string>? errors = null) =>
        HtmlForm.Draw(form, reader, errors ?? ReadOnlyDictionary<string, string>.Empty).CopyTo(output);

    private static HtmlText Drawn(Card card, Reader reader)
    {
        var html = new HtmlText();
        html.Open("article", ("class", $"ab-card ab-tone-{ToneName(card.Tone)}"), ("aria-label", VisibleBlocks.Summary(card))).Line();
        foreach (var block in VisibleBlocks.Of(card, reader))
            Write(html, block, reader);
        return html.Close("article").Line();
    }

    private static void Write(HtmlText html, Block block, Reader reader)
    {
        switch (block)
        {
            case Block.Heading heading:
                html.Open("h3", ("class", "ab-heading")).Words(heading.Text).Close("h3").Line();
                break;
            case Block.Paragraph paragraph:
                WriteText(html, "ab-text", paragraph.Runs, reader);
                break;
            case Block.Note note:
                WriteText(html, "ab-note", note.Runs, reader);
                break;
            case Block.Status status:
                WriteText(html, $"ab-status ab-tone-{ToneName(status.Tone)}", status.Runs, reader);
                break;
            case Block.Facts facts:
                WriteFacts(html, facts, reader);
                break;
            case Block.Bullets bullets:
                WriteBullets(html, bullets, reader);
                break;
            case Block.Buttons buttons:
                WriteButtons(html, buttons);
                break;
            case Block.Image image:
                html.Open("img", ("class", "ab-image"), ("src", image.Path), ("alt", TextClean.OneLine(image.Alt))).Line();
                break;
            case Block.Chart chart:
                ChartSvg.Write(html, chart.Picture, reader.Language);
                break;
            case Block.Divider:
                html.Open("hr", ("class", "ab-divider")).Line();
                break;
            default:
                throw new NotSupportedException($"No element for {block.GetType().Name}.");
        }
    }

    private static void WriteText(HtmlText html, string style, IEnumerable<Run> runs, Reader reader)
    {
        html.Open("p", ("class", style));
        WriteRuns(html, runs, reader);
        html.Close("p").Line();
    }

    private static void WriteFacts(HtmlText html, Block.Facts facts, Reader reader)
    {
        html.Open("dl", ("class", "ab-facts")).Line();
        foreach (var fact in facts.Items)
        {
            html.Open("dt").Words(fact.Label).Close("dt").Open("dd");
            WriteRuns(html, fact.Runs, reader);
            html.Close("dd").Line();
        }

        html.Close("dl").Line();
    }

    private static void WriteBullets(HtmlText html, Block.Bullets bullets, Reader reader)
    {
        html.Open("ul", ("class", "ab-bullets")).Line();
        foreach (var line in bullets.Lines)
        {
            html.Open("li");
            WriteRuns(html, line, reader);
            html.Close("li").Line();
        }

        html.Close("ul").Line();
    }

    private static void WriteButtons(HtmlText html, Block.Buttons buttons)
    {
        html.Open("div", ("class", "ab-buttons")).Line();
        foreach (var button in buttons.Items)
        {
            html.Open(
                "button",
                ("type", "button"),
                ("class", $"ab-button ab-{StyleName(button.Style)}"),
                ("data-action", button.Action),
                ("data-value", button.Value),
                ("aria-label", button.Spoken));
            html.Words(button.Label).Close("button").Line();
        }

        html.Close("div").Line();
    }

    private static void WriteRuns(HtmlText html, IEnumerable<Run> runs, Reader reader)
    {
        foreach (var run in runs)
        {
            switch (run)
            {
                case Run.Strong strong:
                    html.Open("strong").Words(strong.Text).Close("strong");
                    break;
                case Run.Person { Notify: true } person:
                    html.Open("span", ("class", "ab-mention")).Words("@" + person.Name).Close("span");
                    break;
                case Run.Moment moment:
                    html.Open("time", ("datetime", NodaTime.Text.InstantPattern.General.Format(moment.At))).Words(PlainText.Of(moment, reader)).Close("time");
                    break;
                case Run.Link link when Links.Allowed(link.Address):
                    html.Open("a", ("href", link.Address.AbsoluteUri), ("rel", "noopener noreferrer")).Words(link.Text).Close("a");
                    break;
                default:
                    html.Words(PlainText.Of(run, reader));
                    break;
            }
        }
    }

    private static string ToneName(Tone tone) => tone switch
    {
        Tone.Neutral => "neutral",
        Tone.Waiting => "waiting",
        Tone.Good => "good",
        Tone.Warning => "warning",
        Tone.Bad => "bad",
    };

    private static string StyleName(ButtonStyle style) => style switch
    {
        ButtonStyle.Plain => "plain",
        ButtonStyle.Primary => "primary",
        ButtonStyle.Danger => "danger",
    };
}
