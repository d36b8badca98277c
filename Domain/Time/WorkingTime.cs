using NodaTime;

namespace AlignmentBot.Domain.Time;

/// <summary>
/// Time as it is worked. With several calendars, time counts where all of them work. Spans are half open: a shift's first moment
/// belongs to it, its last does not. Every question costs one small step per day that it looks at, never one per minute.
/// </summary>
public static class WorkingTime
{
    /// <summary>How far ahead working time is looked for: about ten years.</summary>
    public static readonly Duration Horizon = Duration.FromDays(HorizonDays);

    private const int HorizonDays = 3660;

    /// <summary>The moment at which so much working time has passed since <paramref name="start"/>. One that falls on the end of a shift stays
    /// there instead of moving to the next day. With no working time to pass, this is <see cref="NextStart"/>.</summary>
    /// <returns>Null when there is not so much working time within the <see cref="Horizon"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The working time is negative.</exception>
    public static Instant? DueAt(Instant start, Duration working, params ReadOnlySpan<WorkCalendar> all)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(working, Duration.Zero);
        var left = working;
        foreach (var stretch in Stretches.Shared(start, start + Horizon, all))
        {
            if (left <= stretch.Duration)
                return stretch.Start + left;
            left -= stretch.Duration;
        }

        return null;
    }

    /// <summary>How much working time lies between two moments; none when they are in the wrong order.</summary>
    public static Duration Between(Instant from, Instant to, params ReadOnlySpan<WorkCalendar> all)
    {
        var sum = Duration.Zero;
        foreach (var stretch in Stretches.Shared(from, to, all))
            sum += stretch.Duration;
        return sum;
    }

    /// <summary>The stretches that <see cref="Between"/> adds up, in order; none touches the next.</summary>
    public static ValueList<Interval> Explain(Instant from, Instant to, params ReadOnlySpan<WorkCalendar> all) =>
        Stretches.Shared(from, to, all).ToValueList();

    public static bool IsWorking(Instant at, params ReadOnlySpan<WorkCalendar> all) => Stretches.Shared(at, at + Duration.Epsilon, all).Any();

    /// <summary>When work goes on: <paramref name="from"/> itself when it is working time.</summary>
    /// <returns>Null when there is no working time within the <see cref="Horizon"/>.</returns>
    public static Instant? NextStart(Instant from, params ReadOnlySpan<WorkCalendar> all)
    {
        foreach (var stretch in Stretches.Shared(from, from + Horizon, all))
            return stretch.Start;
        return null;
    }

    /// <summary>True when a shift begins on this day. A day that the zone skipped altogether is none.</summary>
    public static bool IsWorkingDay(LocalDate day, WorkCalendar calendar) =>
        calendar.Week.On(day.DayOfWeek).Count > 0 && !calendar.IsFree(day) && Exists(day, calendar.Zone);

    /// <summary>The working day so many working days after <paramref name="day"/>, or before it when the number is negative.
    /// Zero gives the day itself, or the next working day when it is none.</summary>
    /// <returns>Null when there are not so many working days within the <see cref="Horizon"/>.</returns>
    public static LocalDate? AddWorkingDays(LocalDate day, int days, WorkCalendar calendar)
    {
        var step = days < 0 ? -1 : 1;
        var left = days == 0 ? 1 : Math.Abs(days);
        var next = days == 0 ? day : day.PlusDays(step);
        for (var looked = 0; looked < HorizonDays; looked++, next = next.PlusDays(step))
        {
            if (IsWorkingDay(next, calendar) && --left == 0)
                return next;
        }

        return null;
    }

    /// <summary>Where clocks go forward or back, noon is never left out, unless the whole day is.</summary>
    private static bool Exists(LocalDate day, DateTimeZone zone) => zone.MapLocal(day.At(LocalTime.Noon)).Count > 0;
}
