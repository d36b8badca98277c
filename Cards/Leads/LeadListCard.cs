using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Leads;

/// <summary>The answer to <c>/mql leads</c>: the reader's open leads, then those that wait for a rep.</summary>
public static class LeadListCard
{
    /// <summary>How many leads each half shows; what is beyond is only counted.</summary>
    public const int Limit = 6;

    public static Card Draw(IReadOnlyList<LeadView> mine, IReadOnlyList<LeadView> waiting, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        if (mine.Count + waiting.Count == 0)
        {
            return new Card(texts["card.list.none"], Tone.Neutral, [
                new Block.Heading(texts["card.list.heading"]),
                new Block.Paragraph(texts.Runs("card.list.none")),
            ]);
        }

        var summary = texts["card.list.summary", texts.Count("card.list.mine", mine.Count), texts.Count("card.list.waiting", waiting.Count)];
        return new Card(summary, waiting.Count > 0 ? Tone.Waiting : Tone.Neutral, [
            .. Half("card.list.mine", mine, reader, texts),
            .. Half("card.list.waiting", waiting, reader, texts),
        ]);
    }

    private static IEnumerable<Block> Half(string key, IReadOnlyList<LeadView> views, Reader reader, Texts texts)
    {
        if (views.Count == 0)
            yield break;
        yield return new Block.Heading(texts.Count(key, views.Count));
        foreach (var block in views.Take(Limit).SelectMany(view => LeadRow.Draw(view, reader)))
            yield return block;
        if (views.Count > Limit)
            yield return new Block.Note([new Run.Plain(texts.Count("card.more", views.Count - Limit))]);
    }
}
