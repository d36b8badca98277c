using System.Diagnostics.CodeAnalysis;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Domain.Statistics;

/// <summary>Everything that is said in numbers about the leads that were handed over in a period, and what has become of them until now.
/// What each figure means in words stands beside its name in the language files (<see cref="FigureNames"/>). A time that was not asked for throws.</summary>
public sealed record PodFigures(Period Period, FigureFilter Filter, int HandedOver)
{
    /// <summary>Nothing that is required was missing at hand-over, of all.</summary>
    public required Rate Complete { get; init; }

    /// <summary>Decided by sales at least once, of all.</summary>
    public required Rate Decided { get; init; }

    /// <summary>Accepted at least once, of those decided: the acceptance rate.</summary>
    public required Rate Accepted { get; init; }

    /// <summary>Accepted and contacted, of all: the picked-up rate.</summary>
    public required Rate PickedUp { get; init; }

    /// <summary>From the first offer to the first decision, by the clock on the wall.</summary>
    [AllowNull]
    public required Spread DecisionRaw { get => field ?? throw NotAsked(); init; }

    /// <summary>The same in working time.</summary>
    [AllowNull]
    public required Spread DecisionWorking { get => field ?? throw NotAsked(); init; }

    /// <summary>From the acceptance to the first contact, by the clock on the wall.</summary>
    [AllowNull]
    public required Spread ContactRaw { get => field ?? throw NotAsked(); init; }

    /// <summary>The same in working time.</summary>
    [AllowNull]
    public required Spread ContactWorking { get => field ?? throw NotAsked(); init; }

    /// <summary>Every clause, in the order of a lead's life.</summary>
    public required ValueList<ClauseKept> Clauses { get; init; }

    /// <summary>All clauses that sales owes together.</summary>
    public required Rate KeptBySales { get; init; }

    /// <summary>All clauses that marketing owes together.</summary>
    public required Rate KeptByMarketing { get; init; }

    /// <summary>Offered right now, and not decided.</summary>
    public required int Waiting { get; init; }

    /// <summary>Waiting for information from marketing right now.</summary>
    public required int Incomplete { get; init; }

    /// <summary>In a rep's hands right now.</summary>
    public required int InWork { get; init; }

    public required ValueList<FunnelStep> Funnel { get; init; }

    public required RejectionFigures Rejections { get; init; }

    /// <summary>How often an accepted lead was given back.</summary>
    public required int Released { get; init; }

    public required int Won { get; init; }

    public required int Lost { get; init; }

    /// <summary>What was won, one sum per currency, the largest first.</summary>
    public required ValueList<Money> WonAmounts { get; init; }

    /// <summary>All opportunities, those that ended included, one sum per currency.</summary>
    public required ValueList<Money> Pipeline { get; init; }

    /// <summary>Why leads were lost, in the words of the reps, most frequent first.</summary>
    public required ValueList<TextCount> LossReasons { get; init; }

    /// <summary>How the monthly commitment goes; null where none is set.</summary>
    public CommitmentPace? Commitment { get; init; }

    /// <summary>The numbers in short: the times may not have been asked for.</summary>
    public override string ToString() => $"{Period.From:R} to {Period.Until:R}: {HandedOver} handed over, {Accepted.Part} of {Decided.Part} accepted, {Won} won";

    public ClauseKept Of(Clause clause) => Clauses.First(kept => kept.Clause == clause);

    private static InvalidOperationException NotAsked() => new("These figures were asked for without this time. Name it where they are asked for.");
}

/// <summary>How one clause is kept.</summary>
/// <param name="Kept">Stopped in time, of those that stopped or are overdue now. Promises that run and are not due yet do not count.</param>
/// <param name="Running">Promises that run now, overdue ones included.</param>
public sealed record ClauseKept(Clause Clause, Side Side, Rate Kept, int Running, int Overdue);

/// <summary>The stages at which leads are counted.</summary>
public enum Stage
{
    HandedOver,
    Accepted,
    Contacted,
    Qualified,
    Opportunity,
    Won,
}

/// <param name="Count">Leads that reached this stage, and so all before it.</param>
public sealed record FunnelStep(Stage Stage, int Count, Rate OfPrevious, Rate OfAll);

/// <param name="Count">Rejections that stood; a lead that was rejected twice counts twice.</param>
/// <param name="Noted">With words of the rep beside the reason, of all rejections.</param>
/// <param name="Answered">Answered or acted on by now, of all rejections.</param>
/// <param name="AnsweredInTime">Answered within the agreed time, of those that are answered or overdue.</param>
public sealed record RejectionFigures(int Count, ValueList<ReasonCount> ByReason, Rate Noted, Rate Answered, Rate AnsweredInTime);

public sealed record ReasonCount(RejectionFamily Family, string Code, int Count);

public sealed record TextCount(string Text, int Count);

/// <summary>Where a monthly commitment stands on a day.</summary>
/// <param name="Target">Leads promised for the whole period.</param>
/// <param name="SoFar">Leads handed over up to and with today.</param>
/// <param name="ExpectedToDate">What an even pace over the working days would have reached by the end of today, rounded up.</param>
/// <param name="Forecast">What the pace so far leads to at the end, rounded to the nearest.</param>
public sealed record CommitmentPace(int Target, int SoFar, int ExpectedToDate, int Forecast)
{
    public bool OnPace => SoFar >= ExpectedToDate;

    /// <param name="daysPassed">Working days of the period up to and with today.</param>
    /// <param name="daysInAll">Working days of the period; a period without any is taken as reached.</param>
    public static CommitmentPace Of(int target, int soFar, int daysPassed, int daysInAll)
    {
        if (daysInAll == 0)
            return new CommitmentPace(target, soFar, target, soFar);
        var expected = (target * daysPassed + daysInAll - 1) / daysInAll;
        var forecast = daysPassed == 0 ? soFar : (int)Math.Round((double)soFar * daysInAll / daysPassed, MidpointRounding.AwayFromZero);
        return new CommitmentPace(target, soFar, expected, forecast);
    }
}
