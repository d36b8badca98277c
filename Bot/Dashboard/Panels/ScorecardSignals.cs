using AlignmentBot.Bot.Dashboard.Figures;
using AlignmentBot.Cards.Review;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Bot.Dashboard.Panels;

/// <summary>One signal of how well the two sides work together, with its six months.</summary>
/// <param name="Note">The leads behind it.</param>
/// <param name="Moved">Against the period before; null where there are too few leads.</param>
/// <param name="Months">0 to 1, one for each month; null where there were too few leads.</param>
public sealed record Signal(string Name, string Value, string Note, string? Moved, IReadOnlyList<double?> Months, IReadOnlyList<string> MonthValues);

/// <summary>The signals of both sides: as many of each, so that neither is watched more closely.</summary>
public static class ScorecardSignals
{
    public static IReadOnlyList<Signal> Of(Side side, DashboardFigures data) => side switch
    {
        Side.Marketing =>
        [
            HandedOver(data),
            Share("dashboard.figure.complete", figures => figures.Complete, data),
            Share("dashboard.figure.kept", figures => figures.KeptByMarketing, data),
            Share("dashboard.figure.answered_in_time", figures => figures.Rejections.AnsweredInTime, data),
        ],
        Side.Sales =>
        [
            Share("dashboard.figure.accepted", figures => figures.Accepted, data),
            Share("dashboard.figure.picked_up", figures => figures.PickedUp, data),
            Share("dashboard.figure.kept", figures => figures.KeptBySales, data),
            Share("dashboard.figure.noted", figures => figures.Rejections.Noted, data),
        ],
    };

    private static Signal HandedOver(DashboardFigures data)
    {
        var texts = data.Visit.Texts;
        var most = Math.Max(1, data.Months.Max(month => month.Figures.HandedOver));
        return new Signal(
            texts["dashboard.figure.handed_over"],
            ReviewWords.Number(data.Figures.HandedOver, texts),
            data.Figures.Commitment is { } pace ? texts["dashboard.signal.committed", ReviewWords.Number(pace.Target, texts)] : string.Empty,
            ReviewWords.Moved(data.Figures.HandedOver, data.Before.HandedOver, texts),
            [.. data.Months.Select(month => (double?)month.Figures.HandedOver / most)],
            [.. data.Months.Select(month => ReviewWords.Number(month.Figures.HandedOver, texts))]);
    }

    private static Signal Share(string key, Func<PodFigures, Rate> rate, DashboardFigures data)
    {
        var texts = data.Visit.Texts;
        var (now, before) = (rate(data.Figures), rate(data.Before));
        return new Signal(
            texts[key],
            ReviewWords.Share(now, texts),
            now.Of == 0 ? string.Empty : now.Small && now.Value is not null ? texts["dashboard.signal.few", ReviewWords.Counts(now, texts)] : ReviewWords.Counts(now, texts),
            ReviewWords.Moved(now, before, texts),
            [.. data.Months.Select(month => rate(month.Figures).Value)],
            [.. data.Months.Select(month => ReviewWords.Share(rate(month.Figures), texts))]);
    }
}
