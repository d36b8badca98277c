using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Statistics;
using AlignmentBot.Domain.Time;
using AlignmentBot.Storage;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary>The one place that is asked for figures: commands, pages, packs and ballots all say what it answers.
/// It does not ask who wants to know; <see cref="FigureRights"/> does.</summary>
public sealed class FigureDesk(IStore store, FigurePace pace, Rosters rosters, BotClock clock)
{
    /// <summary>Today in the pod's zone.</summary>
    public async Task<LocalDate> Today(PodId pod, CancellationToken ct) => TodayOf((await Find(pod, ct)).Pod);

    /// <summary>For several questions at once: cheaper than one after the other, and all of one moment.</summary>
    public FigureSheet Sheet(PodId pod) => new(pod, store, pace, rosters, clock);

    public Task<PodFigures> Of(PodId pod, Period period, FigureFilter filter, CancellationToken ct) =>
        Answer(pod, sheet => sheet.Of(period, filter), ct);

    /// <summary>Parts that have no leads are left out; those with the most leads come first.</summary>
    public Task<ValueList<GroupFigures>> By(PodId pod, Dimension dimension, Period period, FigureFilter filter, CancellationToken ct) =>
        Answer(pod, sheet => sheet.By(dimension, period, filter), ct);

    /// <summary>Every stretch of the period, those without leads too. A course has no times.</summary>
    public Task<ValueList<TrendPoint>> Trend(PodId pod, Step step, Period period, FigureFilter filter, CancellationToken ct) =>
        Answer(pod, sheet => sheet.Trend(step, period, filter), ct);

    /// <summary>Both sides beside each other: the period, the one before it, and the months up to its end.</summary>
    public async Task<Scorecard> Scorecard(PodId pod, Period period, FigureFilter filter, CancellationToken ct)
    {
        var last = Period.Month(period.Until);
        var months = new Period(Period.Month(last.From.PlusMonths(1 - Domain.Statistics.Scorecard.TrendMonths)).From, last.Until);
        var sheet = Sheet(pod);
        var (now, before, course) = (sheet.Of(period, filter, Timings.None), sheet.Of(period.Previous(), filter, Timings.None), sheet.Trend(Step.Month, months, filter));
        await sheet.Read(ct);
        return Domain.Statistics.Scorecard.Of(now.Answer, before.Answer, course.Answer.Select(month => month.Figures));
    }

    /// <summary>How leads are shared and worked. For team leads alone: whoever asks checks <see cref="FigureRights.MayCompare"/>.</summary>
    public async Task<FairnessReport> Fairness(PodId pod, Period period, CancellationToken ct)
    {
        var here = await Find(pod, ct);
        var span = period.In(here.Pod.Zone);
        var end = Instant.Max(span.Start, Instant.Min(span.End, clock.Now));
        var capacity = here.Roster.ActiveReps.ToDictionary(rep => rep.Id, rep => WorkingTime.Between(span.Start, end, WorkCalendar.Of(rep, here.Pod)));
        return await store.FoldOutlines(here.Pod, period, leads => Domain.Statistics.Fairness.Of(period, leads, capacity), ct);
    }

    private async Task<T> Answer<T>(PodId pod, Func<FigureSheet, FigureAsk<T>> ask, CancellationToken ct)
        where T : class
    {
        var sheet = Sheet(pod);
        var asked = ask(sheet);
        await sheet.Read(ct);
        return asked.Answer;
    }

    private LocalDate TodayOf(Pod pod) => clock.Now.InZone(pod.Zone).Date;

    private async Task<PodRoster> Find(PodId pod, CancellationToken ct) =>
        await rosters.Find(pod, ct) ?? throw new InvalidOperationException($"Figures were asked of pod {pod}, which is not stored.");
}
