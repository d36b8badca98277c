using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Domain.Statistics;

/// <summary>Both sides beside each other: the signals by which people tell whether sales and marketing pull together, and their course.</summary>
/// <param name="Signals">In the order in which they are shown.</param>
/// <param name="Months">The figures of the last months, the present one last.</param>
public sealed record Scorecard(PodFigures Now, PodFigures Before, ValueList<Signal> Signals, ValueList<MonthOfScorecard> Months)
{
    /// <summary>How many months the trend covers.</summary>
    public const int TrendMonths = 6;

    /// <param name="months">Oldest first.</param>
    public static Scorecard Of(PodFigures now, PodFigures before, IEnumerable<PodFigures> months) => new(
        now, before,
        Measures.Select(measure => new Signal(measure.Kind, measure.Side, measure.Rate(now), measure.Rate(before))).ToValueList(),
        months.Select(month => new MonthOfScorecard(month.Period, Measures.Select(measure => measure.Rate(month)).ToValueList(), month.Commitment)).ToValueList());

    private static readonly ValueList<Measure> Measures =
    [
        new(SignalKind.AgreementKept, Side.Sales, figures => figures.KeptBySales),
        new(SignalKind.Noted, Side.Sales, figures => figures.Rejections.Noted),
        new(SignalKind.PickedUp, Side.Sales, figures => figures.PickedUp),
        new(SignalKind.AgreementKept, Side.Marketing, figures => figures.KeptByMarketing),
        new(SignalKind.Complete, Side.Marketing, figures => figures.Complete),
        new(SignalKind.Answered, Side.Marketing, figures => figures.Rejections.Answered),
        new(SignalKind.AnsweredInTime, Side.Marketing, figures => figures.Rejections.AnsweredInTime),
        new(SignalKind.Accepted, null, figures => figures.Accepted),
    ];

    private sealed record Measure(SignalKind Kind, Side? Side, Func<PodFigures, Rate> Rate);
}

/// <param name="Side">Who it depends on; null for what both make together.</param>
public sealed record Signal(SignalKind Kind, Side? Side, Rate Now, Rate Before);

/// <param name="Signals">In the order of the scorecard's own.</param>
public sealed record MonthOfScorecard(Period Month, ValueList<Rate> Signals, CommitmentPace? Commitment);

public enum SignalKind
{
    AgreementKept,
    Noted,
    PickedUp,
    Complete,
    Answered,
    AnsweredInTime,
    Accepted,
}
