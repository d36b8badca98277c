using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Agreement;

/// <summary>Several private words joined into one message.</summary>
public static class NudgesCard
{
    /// <summary>How many words one message has room for; the rest is only counted.</summary>
    public const int Most = 8;

    /// <summary>How many lines of what would have been.</summary>
    public const int MostLines = 20;

    /// <param name="cards">What is still true, the oldest first.</param>
    /// <param name="would">Lines of what would have been said while the pod only watches.</param>
    /// <returns>Null when there is nothing to say.</returns>
    public static Card? Draw(IReadOnlyList<Card> cards, IReadOnlyList<ValueList<Run>> would, Reader reader)
    {
        if (cards.Count == 1 && would.Count == 0)
            return cards[0];
        if (cards.Count + would.Count == 0)
            return null;
        var texts = Texts.For(reader.Language);
        var blocks = new List<Block>();
        if (cards.Count > 0)
            blocks.AddRange(Joined(cards, texts));
        if (would.Count > 0)
            blocks.AddRange(Watched(would, texts));
        var summary = cards.Count > 0 ? texts.Count("sla.joined", cards.Count) : texts["sla.watch.heading"];
        return new Card(summary, cards.Any(card => card.Tone is Tone.Warning or Tone.Bad) ? Tone.Warning : Tone.Waiting, blocks.ToValueList());
    }

    private static IEnumerable<Block> Joined(IReadOnlyList<Card> cards, Texts texts)
    {
        yield return new Block.Heading(texts.Count("sla.joined", cards.Count));
        for (var i = 0; i < Math.Min(Most, cards.Count); i++)
        {
            if (i > 0)
                yield return Block.Divider.Instance;
            foreach (var block in cards[i].Blocks)
                yield return block;
        }

        if (cards.Count > Most)
            yield return new Block.Note([new Run.Plain(texts.Count("sla.joined_more", cards.Count - Most))]);
    }

    private static IEnumerable<Block> Watched(IReadOnlyList<ValueList<Run>> would, Texts texts)
    {
        yield return new Block.Heading(texts["sla.watch.heading"]);
        yield return new Block.Paragraph(texts.Runs("sla.watch.text"));
        yield return new Block.Bullets(would.Take(MostLines).ToValueList());
        if (would.Count > MostLines)
            yield return new Block.Note([new Run.Plain(texts.Count("sla.watch.more", would.Count - MostLines))]);
    }
}
