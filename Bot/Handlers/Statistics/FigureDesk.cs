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

    public async Task<PodFigures> Of(PodId pod, Period period, FigureFilter filter, CancellationToken ct)
    {
        var here = await Find(pod, ct);
        var tally = new Tally();
        foreach (var day in await store.Digests(here.Pod, period, ct))
            day.AddTo(key => filter.Matches(key) ? tally : null);
        var figures = Figures.Of(tally, period, filter, clock.Now);
        return figures with { Commitment = await pace.Of(here.Pod, figures, TodayOf(here.Pod), ct) };
    }

    /// <summary>Parts that have no leads are left out; those with the most leads come first.</summary>
    public async Task<ValueList<GroupFigures>> By(PodId pod, Dimension dimension, Period period, FigureFilter filter, CancellationToken ct)
    {
        var here = await Find(pod, ct);
        var tallies = new Dictionary<string, Tally>(StringComparer.OrdinalIgnoreCase);
        foreach (var day in await store.Digests(here.Pod, period, ct))
            day.AddTo(key => filter.Matches(key) ? TallyOf(tallies, key.Of(dimension)) : null);
        return tallies
            .Select(group => new GroupFigures(
                group.Key, LabelOf(here, dimension, group.Key), Figures.Of(group.Value, period, filter.With(dimension, group.Key), clock.Now)))
            .OrderByDescending(group => group.Figures.HandedOver).ThenBy(group => group.Label, StringComparer.OrdinalIgnoreCase)
            .ToValueList();
    }

    /// <summary>Every stretch of the period, those without leads too.</summary>
    public async Task<ValueList<TrendPoint>> Trend(PodId pod, Step step, Period period, FigureFilter filter, CancellationToken ct)
    {
        var here = await Find(pod, ct);
        var parts = period.Parts(step).Select(part => (Part: part, Tally: new Tally())).ToList();
        var at = 0;
        foreach (var day in await store.Digests(here.Pod, period, ct))
        {
            while (!parts[at].Part.Contains(day.Day))
                at++;
            var tally = parts[at].Tally;
            day.AddTo(key => filter.Matches(key) ? tally : null);
        }

        return parts.Select(part => new TrendPoint(part.Part, Figures.Of(part.Tally, part.Part, filter, clock.Now))).ToValueList();
    }

    /// <summary>Both sides beside each other: the period, the one before it, and the months up to its end.</summary>
    public async Task<Scorecard> Scorecard(PodId pod, Period period, FigureFilter filter, CancellationToken ct)
    {
        var last = Period.Month(period.Until);
        var months = new Period(Period.Month(last.From.PlusMonths(1 - Domain.Statistics.Scorecard.TrendMonths)).From, last.Until);
        var course = await Trend(pod, Step.Month, months, filter, ct);
        return Domain.Statistics.Scorecard.Of(
            await Of(pod, period, filter, ct), await Of(pod, period.Previous(), filter, ct), course.Select(month => month.Figures));
    }

    /// <summary>How leads are shared and worked. For team leads alone: whoever asks checks <see cref="FigureRights.MayCompare"/>.</summary>
    public async Task<FairnessReport> Fairness(PodId pod, Period period, CancellationToken ct)
    {
        var here = await Find(pod, ct);
        var span = period.In(here.Pod.Zone);
        var end = Instant.Max(span.Start, Instant.Min(span.End, clock.Now));
        var capacity = here.Roster.ActiveReps.ToDictionary(rep => rep.Id, rep => WorkingTime.Between(span.Start, end, WorkCalendar.Of(rep, here.Pod)));
        return Domain.Statistics.Fairness.Of(period, await store.Outlines(here.Pod, period, ct), capacity);
    }

    private static string LabelOf(PodRoster here, Dimension dimension, string key) => dimension switch
    {
        Dimension.Rep => here.Roster.Find(new MemberId(key))?.Name ?? key,
        Dimension.Marketer => here.Roster.FindByEmail(key)?.Name ?? key,
        Dimension.Campaign or Dimension.Source or Dimension.Tier or Dimension.AgreementVersion => key,
    };

    private static Tally TallyOf(Dictionary<string, Tally> tallies, string key)
    {
        if (!tallies.TryGetValue(key, out var tally))
            tallies[key] = tally = new Tally();
        return tally;
    }

    private LocalDate TodayOf(Pod pod) => clock.Now.InZone(pod.Zone).Date;

    private async Task<PodRoster> Find(PodId pod, CancellationToken ct) =>
        await rosters.Find(pod, ct) ?? throw new InvalidOperationException($"Figures were asked of pod {pod}, which is not stored.");
}
