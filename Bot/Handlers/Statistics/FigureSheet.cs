using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Statistics;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Figures;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary>Several questions about one pod, answered together: at one moment, and with each day read and unpacked once for all of them.</summary>
public sealed class FigureSheet(PodId pod, IStore store, FigurePace pace, Rosters rosters, BotClock clock)
{
    private readonly List<FigureAsk> asks = [];

    /// <param name="times">Those that the answer will be asked for: they are most of the work.</param>
    public FigureAsk<PodFigures> Of(Period period, FigureFilter filter, Timings times = Timings.All) => Add(new WholeAsk(period, filter, times));

    /// <summary>Parts that have no leads are left out; those with the most leads come first.</summary>
    public FigureAsk<ValueList<GroupFigures>> By(Dimension dimension, Period period, FigureFilter filter, Timings times = Timings.All) =>
        Add(new PartsAsk(dimension, period, filter, times));

    /// <summary>Every stretch of the period, those without leads too. A course has no times.</summary>
    public FigureAsk<ValueList<TrendPoint>> Trend(Step step, Period period, FigureFilter filter) => Add(new CourseAsk(step, period, filter));

    /// <summary>Works out every answer.</summary>
    public async Task Read(CancellationToken ct)
    {
        var here = await rosters.Find(pod, ct) ?? throw new InvalidOperationException($"Figures were asked of pod {pod}, which is not stored.");
        var pass = new DigestPass();
        foreach (var stretch in Stretches(asks.Select(ask => ask.Period)))
        {
            foreach (var day in await store.Digests(here.Pod, stretch, ct))
                Add(day, pass);
        }

        var moment = new FigureMoment(here, clock.Now, pace);
        foreach (var ask in asks)
            await ask.Finish(moment, ct);
    }

    private void Add(DayDigest day, DigestPass pass)
    {
        var wanted = asks.Where(ask => ask.Period.Contains(day.Day)).Select(ask => ask.On(day.Day)).ToList();
        pass.Add(day, (key, into) =>
        {
            foreach (var of in wanted)
            {
                if (of(key) is { } tally)
                    into.Add(tally);
            }
        });
    }

    /// <summary>The days that are asked for, in as few stretches as hold no other.</summary>
    private static IEnumerable<Period> Stretches(IEnumerable<Period> asked)
    {
        Period? open = null;
        foreach (var next in asked.OrderBy(period => period.From))
        {
            if (open is null || next.From > open.Until.PlusDays(1))
            {
                if (open is not null)
                    yield return open;
                open = next;
            }
            else
            {
                open = new Period(open.From, LocalDate.Max(open.Until, next.Until));
            }
        }

        if (open is not null)
            yield return open;
    }

    private T Add<T>(T ask)
        where T : FigureAsk
    {
        asks.Add(ask);
        return ask;
    }
}
