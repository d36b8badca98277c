using AlignmentBot.Domain.Time;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Domain.Review;

/// <summary>When packs are posted: at 09:00 on the pod's clock, on Monday, or the first working day after it; a month's and a quarter's on the
/// first working day of the next. The month that ends a quarter has the quarter's pack alone.</summary>
public static class PackSchedule
{
    private static readonly LocalTime Hour = new(9, 0);

    /// <summary>How many weeks, months or quarters are looked at before there is taken to be no working day at all.</summary>
    private const int Reach = 60;

    /// <summary>The first one after <paramref name="now"/>, or null when the pod's calendar has no working days.</summary>
    public static Occurrence? After(PackKind kind, Instant now, WorkCalendar calendar) =>
        Around(kind, now, calendar, 1).FirstOrDefault(found => found.At > now);

    /// <summary>The last one up to <paramref name="now"/>, or null when the pod's calendar has no working days.</summary>
    public static Occurrence? LastUntil(PackKind kind, Instant now, WorkCalendar calendar) =>
        Around(kind, now, calendar, -1).FirstOrDefault(found => found.At <= now);

    private static IEnumerable<Occurrence> Around(PackKind kind, Instant now, WorkCalendar calendar, int direction)
    {
        var start = StartOf(kind, now.InZone(calendar.Zone).Date);
        for (var step = -direction; Math.Abs(step) < Reach; step += direction)
        {
            var first = Shift(kind, start, step);
            if (Applies(kind, first) && WorkingDayOf(kind, first, calendar) is { } day)
                yield return new Occurrence(calendar.Zone.AtLeniently(day.At(Hour)).ToInstant(), new Period(Shift(kind, first, -1), first.PlusDays(-1)));
        }
    }

    /// <summary>The first working day of the week, month or quarter; null when it has none.</summary>
    private static LocalDate? WorkingDayOf(PackKind kind, LocalDate first, WorkCalendar calendar)
    {
        for (var day = first; day < Shift(kind, first, 1); day = day.PlusDays(1))
        {
            if (WorkingTime.IsWorkingDay(day, calendar))
                return day;
        }

        return null;
    }

    private static bool Applies(PackKind kind, LocalDate first) => kind != PackKind.Monthly || first.Month % 3 != 1;

    private static LocalDate StartOf(PackKind kind, LocalDate day) => kind switch
    {
        PackKind.Weekly => Period.Week(day).From,
        PackKind.Monthly => Period.Month(day).From,
        PackKind.Quarterly => Period.Quarter(day).From,
    };

    private static LocalDate Shift(PackKind kind, LocalDate first, int steps) => kind switch
    {
        PackKind.Weekly => first.PlusWeeks(steps),
        PackKind.Monthly => first.PlusMonths(steps),
        PackKind.Quarterly => first.PlusMonths(3 * steps),
    };
}

/// <summary>One pack of the schedule.</summary>
/// <param name="Looks">The days it looks at: the week, month or quarter before.</param>
public sealed record Occurrence(Instant At, Period Looks);
