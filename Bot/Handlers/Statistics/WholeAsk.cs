using AlignmentBot.Domain;
using AlignmentBot.Domain.Statistics;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary>All leads of a period that the filter lets through.</summary>
internal sealed class WholeAsk(Period period, FigureFilter filter, Timings times) : FigureAsk<PodFigures>(period)
{
    private readonly Tally tally = new(times);
    private readonly KeyMemo<Tally> chosen = new();

    internal override Func<GroupKey, Tally?> On(LocalDate day) => key => chosen.Of(key, other => filter.Matches(other) ? tally : null);

    private protected override async Task<PodFigures> Work(FigureMoment moment, CancellationToken ct)
    {
        var figures = moment.Of(tally, Period, filter);
        return figures with { Commitment = await moment.Pace.Of(moment.Here.Pod, figures, moment.Today, ct) };
    }
}
