using AlignmentBot.Cards.Model;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Cards.Statistics;

/// <summary>The answer to <c>/mql export</c>.</summary>
public static class ExportCard
{
    public static Card Draw(StatsView view, Uri file, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return new Card(texts["stats.export.summary"], Tone.Good, [
            new Block.Heading(texts["stats.export.heading", view.Subject, view.When(texts)]),
            new Block.Paragraph([new Run.Plain(texts["stats.export.text"])]),
            new Block.Paragraph([new Run.Link(texts["stats.export.link"], file)]),
        ]);
    }
}
