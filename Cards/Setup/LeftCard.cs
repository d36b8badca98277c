using AlignmentBot.Cards.Model;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Cards.Setup;

/// <summary>The word to a team lead that somebody has left the roster.</summary>
public static class LeftCard
{
    /// <param name="inWork">How many open leads they still work.</param>
    public static Card Draw(Member left, Pod pod, int inWork, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var word = texts["left.word", left.Name, pod.Name];
        var blocks = new List<Block> { new Block.Status(Tone.Warning, [new Run.Plain(word)]) };
        if (left.Side == Side.Sales)
            blocks.Add(new Block.Paragraph(texts.Runs("left.freed")));
        if (inWork > 0)
            blocks.Add(new Block.Paragraph([new Run.Plain(texts.Count("left.in_work", inWork))]));
        return new Card(word, Tone.Warning, [.. blocks]);
    }
}
