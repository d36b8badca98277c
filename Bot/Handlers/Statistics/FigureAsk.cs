using AlignmentBot.Domain.Statistics;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary>One question of a <see cref="FigureSheet"/>: which leads, and into which tallies they go.</summary>
public abstract class FigureAsk(Period period)
{
    internal Period Period => period;

    /// <summary>Where the leads of this day go; a group that is not asked for goes nowhere.</summary>
    internal abstract Func<GroupKey, Tally?> On(LocalDate day);

    /// <summary>Works the answer out of the tallies.</summary>
    internal abstract Task Finish(FigureMoment moment, CancellationToken ct);
}

/// <summary>A question with its answer, once the sheet was read.</summary>
public abstract class FigureAsk<T>(Period period) : FigureAsk(period)
    where T : class
{
    private T? answer;

    /// <exception cref="InvalidOperationException">The sheet has not been read.</exception>
    public T Answer => answer ?? throw new InvalidOperationException("The sheet has not been read yet.");

    internal sealed override async Task Finish(FigureMoment moment, CancellationToken ct) => answer = await Work(moment, ct);

    private protected abstract Task<T> Work(FigureMoment moment, CancellationToken ct);
}
