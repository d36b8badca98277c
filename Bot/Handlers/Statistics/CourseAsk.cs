using AlignmentBot.Domain;
using AlignmentBot.Domain.Statistics;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary>The same day by day, week by week or month by month; stretches without leads are there too. A course has no times.</summary>
internal sealed class CourseAsk(Step step, Period period, FigureFilter filter) : FigureAsk<ValueList<TrendPoint>>(period)
{
    private readonly List<(Period Part, Tally Tally)> parts = [.. period.Parts(step).Select(part => (part, new Tally(Timings.None)))];
    private readonly KeyMemo<GroupKey> wanted = new();

    internal override Func<GroupKey, Tally?> On(LocalDate day)
    {
        var tally = parts.Find(part => part.Part.Contains(day)).Tally;
        return key => wanted.Of(key, other => filter.Matches(other) ? other : null) is null ? null : tally;
    }

    private protected override Task<ValueList<TrendPoint>> Work(FigureMoment moment, CancellationToken ct) => Task.FromResult(
        parts.Select(part => new TrendPoint(part.Part, moment.Of(part.Tally, part.Part, filter))).ToValueList());
}
