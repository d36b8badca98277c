using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Tests.Domain.Time;

/// <summary>Working time found the slow way: every minute asks the clock on the wall, and counts when it shows a time within a shift.</summary>
internal static class Oracle
{
    public static readonly Duration Minute = Duration.FromMinutes(1);

    public static bool IsWorking(Instant at, WorkCalendar calendar)
    {
        var wall = at.InZone(calendar.Zone).LocalDateTime;
        return BeganOn(wall.Date.PlusDays(-1)) || BeganOn(wall.Date);

        bool BeganOn(LocalDate day) => !calendar.Holidays.Contains(day)
            && !calendar.Off.Any(off => day >= off.From && (off.Until is not { } last || day <= last))
            && calendar.Week.On(day.DayOfWeek).Any(shift =>
                wall >= day.At(shift.From) && wall < (shift.To > shift.From ? day : day.PlusDays(1)).At(shift.To));
    }

    public static bool IsWorking(Instant at, params WorkCalendar[] all) => Array.TrueForAll(all, calendar => IsWorking(at, calendar));

    public static Duration Between(Instant from, Instant to, params WorkCalendar[] all)
    {
        var minutes = 0;
        for (var at = from; at < to; at += Minute)
        {
            if (IsWorking(at, all))
                minutes++;
        }

        return Duration.FromMinutes(minutes);
    }

    /// <summary>The end of the minute that fills the working time, or null when there are too few before <paramref name="until"/>.</summary>
    public static Instant? DueAt(Instant start, Duration working, Instant until, params WorkCalendar[] all)
    {
        var left = working;
        for (var at = start; at < until; at += Minute)
        {
            if (!IsWorking(at, all))
                continue;
            left -= Minute;
            if (left <= Duration.Zero)
                return at + Minute;
        }

        return null;
    }
}
