using AlignmentBot.Domain;
using AlignmentBot.Domain.Statistics;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Cards.Statistics;

/// <summary>Figures with the words for whose they are and of when.</summary>
/// <param name="Subject">Such as the pod's name or a person's.</param>
/// <param name="Today">In the pod's zone.</param>
public sealed record StatsView(string Subject, PodFigures Figures, LocalDate Today)
{
    /// <summary>The figures of as many days, or of the month or quarter, before; null where nothing is compared.</summary>
    public PodFigures? Before { get; init; }

    /// <summary>The course within the period, cut by <see cref="Step"/>.</summary>
    public ValueList<PodFigures> Course { get; init; } = [];

    public Step Step { get; init; } = Step.Week;

    /// <summary>Where the page with the same figures stands; null where the bot has no address of its own.</summary>
    public Uri? Page { get; init; }

    public string When(Texts texts) => PeriodWords.Say(Figures.Period, Today, texts);

    /// <summary>The cut that gives a chart of a phone's width.</summary>
    public static Step StepFor(Period period) => period.Days switch
    {
        <= 14 => Step.Day,
        <= 100 => Step.Week,
        _ => Step.Month,
    };
}
