using NodaTime;

namespace AlignmentBot.Domain.Statistics;

/// <summary>Whole days of the pod's zone, from the first to the last, both included.</summary>
public sealed record Period
{
    /// <exception cref="ArgumentOutOfRangeException">The last day is before the first.</exception>
    public Period(LocalDate from, LocalDate until)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(until, from);
        From = from;
        Until = until;
    }

    public LocalDate From { get; }

    public LocalDate Until { get; }

    public int Days => NodaTime.Period.DaysBetween(From, Until) + 1;

    public static Period Month(LocalDate anyDay) => new(anyDay.With(DateAdjusters.StartOfMonth), anyDay.With(DateAdjusters.EndOfMonth));

    public static Period Quarter(LocalDate anyDay)
    {
        var first = new LocalDate(anyDay.Year, (anyDay.Month - 1) / 3 * 3 + 1, 1);
        return new Period(first, first.PlusMonths(3).PlusDays(-1));
    }

    public static Period Week(LocalDate anyDay)
    {
        var monday = anyDay.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        return new Period(monday, monday.PlusDays(6));
    }

    /// <summary>So many days up to and with the last one.</summary>
    public static Period LastDays(LocalDate last, int days) => new(last.PlusDays(1 - days), last);

    public static Period ThisMonth(LocalDate today) => Month(today);

    public static Period LastMonth(LocalDate today) => Month(today.PlusMonths(-1));

    public static Period ThisQuarter(LocalDate today) => Quarter(today);

    public static Period LastQuarter(LocalDate today) => Quarter(today.PlusMonths(-3));

    public static Period Last90Days(LocalDate today) => LastDays(today, 90);

    public bool Contains(LocalDate day) => From <= day && day <= Until;

    /// <summary>True for the whole of one calendar month.</summary>
    public bool IsMonth => this == Month(From);

    /// <summary>What comes before and is as long: the month before a month, the quarter before a quarter, else as many days.</summary>
    public Period Previous() => IsMonth ? LastMonth(From) : this == Quarter(From) ? LastQuarter(From) : new Period(From.PlusDays(-Days), From.PlusDays(-1));

    /// <summary>The calendar days, weeks or months that touch this period, cut to it, in order.</summary>
    public IEnumerable<Period> Parts(Step step)
    {
        for (var day = From; day <= Until;)
        {
            var whole = step switch
            {
                Step.Day => new Period(day, day),
                Step.Week => Week(day),
                Step.Month => Month(day),
            };
            yield return new Period(day, LocalDate.Min(whole.Until, Until));
            day = whole.Until.PlusDays(1);
        }
    }

    /// <summary>From the start of the first day to the end of the last, as they are in this zone.</summary>
    public Interval In(DateTimeZone zone) => new(zone.AtStartOfDay(From).ToInstant(), zone.AtStartOfDay(Until.PlusDays(1)).ToInstant());
}

/// <summary>How a trend is cut. Weeks start on Monday.</summary>
public enum Step
{
    Day,
    Week,
    Month,
}
