using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Rendering;

/// <summary>The parts of a card in which there is something to see. Platforms refuse a whole message for one empty text.</summary>
internal static class VisibleBlocks
{
    /// <summary>Never empty: a card without any part shows its summary.</summary>
    public static ValueList<Block> Of(Card card, Reader reader)
    {
        var visible = card.Blocks.Select(block => Visible(block, reader)).OfType<Block>().ToValueList();
        return visible.Count > 0 ? visible : [new Block.Paragraph([new Run.Plain(Summary(card))])];
    }

    /// <summary>The summary on one line; never empty.</summary>
    public static string Summary(Card card) => TextClean.OneLine(card.Summary) is { Length: > 0 } words ? words : "–";

    private static Block? Visible(Block block, Reader reader) => block switch
    {
        Block.Heading heading => TextClean.OneLine(heading.Text).Length > 0 ? block : null,
        Block.Paragraph paragraph => HasWords(paragraph.Runs) ? block : null,
        Block.Note note => HasWords(note.Runs) ? block : null,
        Block.Status status => HasWords(status.Runs) ? block : null,
        Block.Facts facts => NotEmpty(facts.Items.Where(fact => HasWords(fact.Runs)).ToValueList(), items => new Block.Facts(items)),
        Block.Bullets bullets => NotEmpty(bullets.Lines.Where(HasWords).ToValueList(), lines => new Block.Bullets(lines)),
        Block.Buttons buttons => NotEmpty(buttons.Items.Where(button => IsFor(button, reader)).ToValueList(), items => new Block.Buttons(items)),
        Block.Image => block,
        Block.Chart chart => chart.Picture.Empty ? null : block,
        Block.Divider => block,
        _ => throw new NotSupportedException($"No rule for {block.GetType().Name}."),
    };

    /// <summary>Everybody shares the view without a member and sees every button; a member sees those meant for them.</summary>
    private static bool IsFor(Button button, Reader reader) => reader.Member is not { } member || button.Audience.Includes(member);

    private static Block? NotEmpty<T>(ValueList<T> items, Func<ValueList<T>, Block> make) => items.Count > 0 ? make(items) : null;

    private static bool HasWords(ValueList<Run> runs) => runs.Any(run => run switch
    {
        Run.Plain plain => HasWords(plain.Text),
        Run.Strong strong => HasWords(strong.Text),
        Run.Person person => HasWords(person.Name),
        Run.Channel channel => HasWords(channel.Name),
        Run.Link link => HasWords(link.Text),
        Run.Moment => true,
        _ => throw new NotSupportedException($"No rule for {run.GetType().Name}."),
    });

    private static bool HasWords(string text) => !string.IsNullOrWhiteSpace(TextClean.Of(text));
}
