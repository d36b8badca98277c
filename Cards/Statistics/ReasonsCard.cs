using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Cards.Statistics;

/// <summary>The answer to <c>/mql reasons</c>: why leads are rejected, what marketing answers, and why accepted ones are lost.</summary>
public static class ReasonsCard
{
    private const int MostReasons = 10;
    private const int MostLossReasons = 5;
    private const int LossReasonLength = 60;

    /// <param name="reasons">The pod's own list, for its words.</param>
    public static Card Draw(StatsView view, ValueList<RejectionReason> reasons, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var rejections = view.Figures.Rejections;
        if (rejections.Count == 0)
        {
            var words = texts["stats.reasons.none", view.Subject, view.When(texts)];
            return new Card(words, Tone.Good, [new Block.Paragraph([new Run.Plain(words)]), .. Losses(view.Figures, texts)]);
        }

        var heading = texts["stats.reasons.heading", view.Subject, view.When(texts)];
        return new Card(heading, Tone.Neutral, [
            new Block.Heading(heading),
            new Block.Chart(Picture(rejections, reasons, texts)),
            new Block.Bullets(Enum.GetValues<RejectionFamily>().Select(ValueList<Run> (family) => [new Run.Plain(FamilyLine(view, family, texts))]).ToValueList()),
            new Block.Paragraph([new Run.Plain(texts["stats.reasons.noted", FigureWords.Share(rejections.Noted, texts)])]),
            new Block.Paragraph([new Run.Plain(texts["stats.reasons.answered", FigureWords.Share(rejections.Answered, texts), FigureWords.Percent(rejections.AnsweredInTime, texts)])]),
            .. Losses(view.Figures, texts),
            StatsBlocks.Foot(view, texts, StatsBlocks.Marked(rejections.Noted, rejections.AnsweredInTime)),
        ]);
    }

    private static string FamilyLine(StatsView view, RejectionFamily family, Texts texts)
    {
        int Count(PodFigures figures) => figures.Rejections.ByReason.Where(reason => reason.Family == family).Sum(reason => reason.Count);
        var now = Count(view.Figures);
        return view.Before is { } before
            ? texts["stats.reasons.family", FigureWords.Family(family, texts), now, Count(before)]
            : texts["stats.funnel.first", FigureWords.Family(family, texts), now];
    }

    private static Chart Picture(RejectionFigures rejections, ValueList<RejectionReason> reasons, Texts texts)
    {
        var shown = rejections.ByReason.Take(MostReasons).ToList();
        return new Chart(
            ChartKind.Bars,
            texts["stats.reasons.chart"],
            ChartUnit.Count,
            shown.Select(reason => LeadWords.Reason(
                reasons.FirstOrDefault(known => known.Code == reason.Code) ?? new RejectionReason(reason.Family, reason.Code), texts)).ToValueList(),
            [new ChartSeries(texts["stats.reasons.series"], shown.Select(reason => (double?)reason.Count).ToValueList())]);
    }

    private static IEnumerable<Block> Losses(PodFigures figures, Texts texts)
    {
        if (figures.LossReasons.Count == 0)
            yield break;
        var most = figures.LossReasons.Take(MostLossReasons)
            .Select(reason => texts["stats.reasons.count", TextCut.To(TextClean.OneLine(reason.Text), LossReasonLength), reason.Count]);
        yield return new Block.Paragraph([new Run.Plain(texts["stats.reasons.lost", string.Join(", ", most)])]);
    }
}
