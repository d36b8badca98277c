using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Cards.Statistics;

/// <summary>The answer to <c>/mql scorecard</c>: both sides beside each other.</summary>
public static class ScorecardCard
{
    public static Card Draw(StatsView view, Scorecard scorecard, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        if (scorecard.Now.HandedOver == 0 && scorecard.Months.All(month => month.Signals.All(signal => signal.Of == 0)))
            return StatsCard.Nothing(view, texts);
        var heading = texts["stats.scorecard.heading", view.Subject, view.When(texts)];
        return new Card(heading, Tone.Neutral, [
            new Block.Heading(heading),
            .. Side(scorecard, Domain.Roster.Side.Sales, texts["stats.scorecard.sales"], texts),
            .. Side(scorecard, Domain.Roster.Side.Marketing, texts["stats.scorecard.marketing"], texts),
            .. Side(scorecard, null, texts["stats.scorecard.together"], texts),
            new Block.Chart(Course(scorecard, texts)),
            StatsBlocks.Foot(view, texts, StatsBlocks.Marked(scorecard.Signals.Select(signal => signal.Now))),
        ]);
    }

    private static IEnumerable<Block> Side(Scorecard scorecard, Side? side, string name, Texts texts)
    {
        var facts = scorecard.Signals
            .Where(signal => signal.Side == side)
            .Select(signal => StatsBlocks.Fact(
                FigureWords.Signal(signal.Kind, texts), texts["stats.before", FigureWords.Percent(signal.Now, texts), FigureWords.Percent(signal.Before, texts)]));
        if (side == Domain.Roster.Side.Marketing && scorecard.Now.Commitment is not null)
            facts = facts.Prepend(StatsBlocks.Fact(texts["stats.scorecard.pace"], StatsCard.Pace(scorecard.Now, texts)));
        yield return new Block.Paragraph([new Run.Strong(name)]);
        yield return new Block.Facts(facts.ToValueList());
    }

    private static Chart Course(Scorecard scorecard, Texts texts)
    {
        ChartSeries Line(string name, SignalKind kind, Side? side)
        {
            var at = scorecard.Signals.ToList().FindIndex(signal => signal.Kind == kind && signal.Side == side);
            return new ChartSeries(name, scorecard.Months.Select(month => StatsBlocks.Percent(month.Signals[at])).ToValueList());
        }

        return new Chart(
            ChartKind.Lines,
            texts["stats.scorecard.chart"],
            ChartUnit.Percent,
            scorecard.Months.Select(month => PeriodWords.Label(month.Month, Step.Month, texts)).ToValueList(),
            [
                Line(texts["stats.scorecard.sales_kept"], SignalKind.AgreementKept, Domain.Roster.Side.Sales),
                Line(texts["stats.scorecard.marketing_kept"], SignalKind.AgreementKept, Domain.Roster.Side.Marketing),
                Line(texts["stats.signal.accepted"], SignalKind.Accepted, null),
            ]);
    }
}
