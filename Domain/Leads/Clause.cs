using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Domain.Leads;

/// <summary>One promise of the agreement; its side is who owes it.</summary>
public enum Clause
{
    /// <summary>Sales accepts or rejects. Runs while a lead is offered.</summary>
    Decide,

    /// <summary>Sales makes first contact. Runs from accepting, so that accepting cannot game it.</summary>
    FirstContact,

    /// <summary>Sales reports an outcome. Runs from first contact.</summary>
    Outcome,

    /// <summary>Marketing answers a rejection. Runs from the rejection.</summary>
    Answer,

    /// <summary>Marketing supplies what is missing. Runs while a lead is incomplete.</summary>
    Supply,
}

/// <summary>Who owes which promise.</summary>
public static class Clauses
{
    public static Side SideOf(Clause clause) => clause switch
    {
        Clause.Decide or Clause.FirstContact or Clause.Outcome => Side.Sales,
        Clause.Answer or Clause.Supply => Side.Marketing,
    };

    /// <summary>The names of clauses in the API, in the configuration and in commands. Stable: never renamed.</summary>
    public static string NameOf(Clause clause) => clause switch
    {
        Clause.Decide => "decide",
        Clause.FirstContact => "firstContact",
        Clause.Outcome => "outcome",
        Clause.Answer => "answer",
        Clause.Supply => "supply",
    };

    /// <summary>The clause of this name, whatever the case of its letters, or null.</summary>
    public static Clause? Find(string name)
    {
        foreach (var clause in Enum.GetValues<Clause>())
        {
            if (string.Equals(NameOf(clause), name, StringComparison.OrdinalIgnoreCase))
                return clause;
        }

        return null;
    }
}

/// <summary>One measured stretch of one promise. What was agreed when it started stays with it: later changes of the agreement or of
/// calendars do not move it.</summary>
/// <param name="StartedAt">When the promise began to run.</param>
/// <param name="StoppedAt">When it was met or fell away; null while it runs, also after it was due.</param>
public sealed record ClauseClock(Clause Clause, Instant StartedAt, Instant? StoppedAt = null)
{
    /// <summary>Until when the promise is kept. Null with a <see cref="Target"/>: the calendars have no such working time.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>The working time that was agreed; null where nothing was, as before there were agreements.</summary>
    public Duration? Target { get; init; }

    /// <summary>The version of the agreement that was in force when the clock started.</summary>
    public int? AgreementVersion { get; init; }

    /// <summary>The working time from start to stop, once it has stopped.</summary>
    public Duration? Worked { get; init; }

    /// <summary>Somebody said that they need longer; once per clock. The clock runs on all the same.</summary>
    public Snooze? Snoozed { get; init; }

    /// <summary>Whether the promise was kept: stopped when it was due, or earlier. Null while it runs, and where nothing was agreed.</summary>
    public bool? Kept => StoppedAt is { } stopped && Target is not null ? !(stopped > DueAt) : null;

    /// <summary>True when the promise is broken: it was due earlier than this moment, and has not been met, or later than it was due.</summary>
    public bool IsBroken(Instant now) => DueAt < (StoppedAt ?? now);
}

/// <summary>Somebody needs longer, and why.</summary>
/// <param name="Until">When they are reminded again.</param>
/// <param name="Reason">1 to 500 characters.</param>
public sealed record Snooze(MemberId By, Instant Until, string Reason);

/// <summary>What is kept with a fact that starts or stops a clock, so that replaying the history needs no calendar.</summary>
public sealed record ClockMeasure
{
    /// <summary>Of the clock that stopped.</summary>
    public Duration? Worked { get; init; }

    /// <summary>Of the clock that started, as are those below.</summary>
    public Duration? Target { get; init; }

    public Instant? DueAt { get; init; }

    public int? AgreementVersion { get; init; }
}
