using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Cards.Statistics;

/// <summary>The answer to <c>/mql funnel</c>.</summary>
public static class FunnelCard
{
    public static Card Draw(StatsView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var figures = view.Figures;
        if (figures.HandedOver == 0)
            return StatsCard.Nothing(view, texts);

        var heading = texts["stats.funnel.heading", view.Subject, view.When(texts)];
        return new Card(heading, Tone.Neutral, [
            new Block.Heading(heading),
            new Block.Chart(Picture(figures, texts), SaidElsewhere: true),
            new Block.Bullets(figures.Funnel.Select(ValueList<Run> (step) => [new Run.Plain(Line(step, texts))]).ToValueList()),
            new Block.Paragraph([new Run.Plain(texts["stats.funnel.lost", figures.Lost, figures.Released])]),
            new Block.Paragraph([new Run.Plain(texts["stats.funnel.pipeline", FigureWords.Money(figures.Pipeline, texts), FigureWords.Money(figures.WonAmounts, texts)])]),
            StatsBlocks.Foot(view, texts, StatsBlocks.Marked(figures.Funnel.Select(step => step.OfPrevious))),
        ]);
    }

    private static string Line(FunnelStep step, Texts texts) => step.Stage == Stage.HandedOver
        ? texts["stats.funnel.first", FigureWords.Stage(step.Stage, texts), step.Count]
        : texts["stats.funnel.line", FigureWords.Stage(step.Stage, texts), step.Count, FigureWords.Percent(step.OfPrevious, texts)];

    private static Chart Picture(PodFigures figures, Texts texts) => new(
        ChartKind.Bars,
        texts["stats.funnel.chart"],
        ChartUnit.Count,
        figures.Funnel.Select(step => FigureWords.Stage(step.Stage, texts)).ToValueList(),
        [new ChartSeries(texts["stats.funnel.chart"], figures.Funnel.Select(step => (double?)step.Count).ToValueList())]);
}
