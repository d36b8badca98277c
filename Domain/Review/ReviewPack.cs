using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Statistics;
using NodaTime;

namespace AlignmentBot.Domain.Review;

/// <summary>How often a pack looks back.</summary>
public enum PackKind
{
    Weekly,
    Monthly,
    Quarterly,
}

/// <summary>What both sides look at together, as it was when it was made: the figures of last week do not change under the eyes of who
/// scrolls back. People and leads stand in it by id, so that a name that is erased is gone from here too.</summary>
/// <param name="From">The first day it looks at.</param>
/// <param name="Until">The last one.</param>
/// <param name="Moved">What has moved most against the days before; at most three.</param>
/// <param name="Wins">Leads that were won, the largest first.</param>
/// <param name="LongView">Of a month or a quarter; else null.</param>
public sealed record ReviewPack(
    PodId Pod, PackKind Kind, LocalDate From, LocalDate Until, Instant MadeAt, ValueList<MovedFigure> Moved, PackMatters Matters, ValueList<PackWin> Wins, LongView? LongView)
{
    /// <summary>There is nothing to say; then nothing is said.</summary>
    public bool IsSilent => Moved.Count == 0 && Matters.Count == 0 && Wins.Count == 0 && LongView is null or { HandedOver: 0 };
}

/// <summary>What needs somebody to decide something.</summary>
/// <param name="Overdue">Promises that are over their time now, by clause; clauses without any are left out.</param>
/// <param name="Unanswered">Rejections that marketing has not answered, the oldest first; at most a handful.</param>
/// <param name="Untaken">Leads that nobody has taken within a working day, the oldest first; at most a handful.</param>
public sealed record PackMatters(ValueList<OverdueClause> Overdue, ValueList<LeadId> Unanswered, int UnansweredCount, ValueList<LeadId> Untaken, int UntakenCount)
{
    public static readonly PackMatters None = new([], [], 0, [], 0);

    public int Count => Overdue.Count + UnansweredCount + UntakenCount;
}

public sealed record OverdueClause(Clause Clause, int Count);

/// <summary>A lead that was won, and who made it so on each side.</summary>
public sealed record PackWin(LeadId Lead, MemberId? Rep, MemberId? Marketer, Money? Amount);

/// <summary>What a month or a quarter adds up to.</summary>
/// <param name="Target">What marketing had promised, where anything was.</param>
public sealed record LongView(
    int HandedOver, int? Target, Rate Accepted, Rate KeptBySales, Rate KeptByMarketing, int Won, ValueList<Money> WonAmounts, ReasonCount? TopReason, ValueList<MonthView> Months);

/// <param name="From">The first day of the month.</param>
public sealed record MonthView(LocalDate From, int HandedOver, Rate Accepted, int Won);
