using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Statistics;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary>Says how the monthly commitment goes.</summary>
public sealed class FigurePace(MonthlyTarget target)
{
    /// <summary>Null where the figures are not of whole months, are of one person or campaign, or where a month has no commitment.</summary>
    public async Task<CommitmentPace?> Of(Pod pod, PodFigures figures, LocalDate today, CancellationToken ct)
    {
        var period = figures.Period;
        if (figures.Filter with { Tier = null } != FigureFilter.All || period.Parts(Step.Month).Any(part => !part.IsMonth))
            return null;

        var all = 0;
        foreach (var month in period.Parts(Step.Month))
        {
            if (await target(pod.Id, month.From, figures.Filter.Tier, ct) is not { } promised)
                return null;
            all += promised;
        }

        var passed = today < period.From ? 0 : WorkingDays(pod, new Period(period.From, LocalDate.Min(today, period.Until)));
        return CommitmentPace.Of(all, figures.HandedOver, passed, WorkingDays(pod, period));
    }

    private static int WorkingDays(Pod pod, Period period) => period.Parts(Step.Day)
        .Count(day => pod.Hours.On(day.From.DayOfWeek).Count > 0 && !pod.Holidays.Contains(day.From));
}
