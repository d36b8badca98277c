using AlignmentBot.Domain.Statistics;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary>What all answers of a sheet have in common.</summary>
internal sealed record FigureMoment(PodRoster Here, Instant Now, FigurePace Pace)
{
    public LocalDate Today => Now.InZone(Here.Pod.Zone).Date;

    public PodFigures Of(Tally tally, Period period, FigureFilter filter) => Figures.Of(tally, period, filter, Now);
}
