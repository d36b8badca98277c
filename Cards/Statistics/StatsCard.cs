using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Cards.Statistics;

/// <summary>The answer to <c>/mql stats</c>: how it goes, on one screen of a phone.</summary>
public static class StatsCard
{
    public static Card Draw(StatsView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var figures = view.Figures;
        if (figures.HandedOver == 0)
            return Nothing(view, texts);

        var summary = texts["stats.summary", view.Subject, view.When(texts), figures.HandedOver];
        return new Card(summary, Tone.Neutral, [
            new Block.Heading(texts["stats.heading", view.Subject, view.When(texts)]),
            new Block.Facts(Facts(figures, texts).ToValueList()),
            new Block.Chart(Course(view, texts)),
            StatsBlocks.Foot(view, texts, Marked(figures)),
            StatsBlocks.Define(texts),
        ]);
    }

    /// <summary>Nothing was handed over, so there is nothing to count.</summary>
    internal static Card Nothing(StatsView view, Texts texts)
    {
        var words = texts["stats.nothing", view.Subject, view.When(texts)];
        return new Card(words, Tone.Neutral, [new Block.Paragraph([new Run.Plain(words)]), StatsBlocks.Foot(view, texts, marked: false)]);
    }

    internal static string Pace(PodFigures figures, Texts texts) => figures.Commitment switch
    {
        null => figures.HandedOver.ToString(texts.Language),
        { OnPace: true } pace => texts["stats.fact.pace_on", pace.SoFar, pace.Target, pace.Forecast],
        { } pace => texts["stats.fact.pace_behind", pace.SoFar, pace.Target, pace.ExpectedToDate, pace.Forecast],
    };

    private static IEnumerable<Fact> Facts(PodFigures figures, Texts texts)
    {
        yield return StatsBlocks.Fact(texts["stats.fact.handed_over"], Pace(figures, texts));
        yield return StatsBlocks.Fact(texts["stats.fact.complete"], FigureWords.Percent(figures.Complete, texts));
        yield return StatsBlocks.Fact(texts["stats.fact.accepted"], FigureWords.Share(figures.Accepted, texts));
        yield return StatsBlocks.Fact(texts["stats.fact.decide"], FigureWords.Spread(figures.DecisionWorking, figures.DecisionRaw, texts));
        yield return StatsBlocks.Fact(texts["stats.fact.contact"], FigureWords.Spread(figures.ContactWorking, figures.ContactRaw, texts));
        yield return StatsBlocks.Fact(texts["stats.fact.picked_up"], FigureWords.Percent(figures.PickedUp, texts));
        yield return StatsBlocks.Fact(
            texts["stats.fact.kept"], texts["stats.fact.kept_both", FigureWords.Percent(figures.KeptBySales, texts), FigureWords.Percent(figures.KeptByMarketing, texts)]);
        yield return StatsBlocks.Fact(texts["stats.fact.rejections"], figures.Rejections.Count == 0
            ? texts["stats.fact.rejections_none"]
            : texts["stats.fact.rejections_answered", figures.Rejections.Count, FigureWords.Percent(figures.Rejections.Answered, texts)]);
        yield return StatsBlocks.Fact(texts["stats.fact.won"], figures.WonAmounts.Count == 0
            ? figures.Won.ToString(texts.Language)
            : texts["stats.fact.won_amount", figures.Won, FigureWords.Money(figures.WonAmounts, texts)]);
        yield return StatsBlocks.Fact(texts["stats.fact.open"], texts["stats.fact.open_counts", figures.Waiting, figures.Incomplete, figures.InWork]);
    }

    /// <summary>Whether any of the facts has the mark of small numbers, or is left out for them.</summary>
    private static bool Marked(PodFigures figures) =>
        StatsBlocks.Marked(figures.Complete, figures.Accepted, figures.PickedUp, figures.KeptBySales, figures.KeptByMarketing, figures.Rejections.Answered)
        || StatsBlocks.Marked(figures.DecisionRaw, figures.ContactRaw);

    private static Chart Course(StatsView view, Texts texts) => new(
        ChartKind.Columns,
        texts["stats.chart.course"],
        ChartUnit.Count,
        view.Course.Select(part => PeriodWords.Label(part.Period, view.Step, texts)).ToValueList(),
        [
            new ChartSeries(texts["stats.chart.handed_over"], view.Course.Select(part => (double?)part.HandedOver).ToValueList()),
            new ChartSeries(texts["stats.chart.accepted"], view.Course.Select(part => (double?)part.Accepted.Part).ToValueList()),
        ]);
}
