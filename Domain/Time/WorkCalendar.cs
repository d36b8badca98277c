using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Domain.Time;

/// <summary>
/// When somebody works. A moment is working time when the clock on the wall of <paramref name="Zone"/> shows a time within a shift.
/// So an hour that is skipped when clocks go forward is no working time, and an hour that is repeated when they go back counts both times.
/// A shift belongs to the day on which it begins: the night shift before a holiday is worked to its end, and none begins on the holiday.
/// </summary>
/// <param name="Holidays">Days on which nobody of the calendar works.</param>
/// <param name="Off">The days off of one person; none in a pod's calendar.</param>
public sealed record WorkCalendar(DateTimeZone Zone, WorkWeek Week, ValueList<LocalDate> Holidays, ValueList<DaysOff> Off)
{
    /// <summary>The pod's calendar.</summary>
    public static WorkCalendar Of(Pod pod) => new(pod.Zone, pod.Hours, pod.Holidays, []);

    /// <summary>The member's own zone, hours and holidays, each the pod's where the member has none, and the member's days off.</summary>
    public static WorkCalendar Of(Member member, Pod pod) => new(
        member.TimeZone is { } zone ? DateTimeZoneProviders.Tzdb[zone] : pod.Zone,
        member.Hours ?? pod.Hours,
        member.Holidays ?? pod.Holidays,
        member.Off);

    /// <summary>True when no shift begins on this day although the week may have some: a holiday, or a day off.</summary>
    public bool IsFree(LocalDate day)
    {
        for (var i = 0; i < Holidays.Count; i++)
        {
            if (Holidays[i] == day)
                return true;
        }

        return OffOn(day) is not null;
    }

    /// <summary>The days off that this day belongs to, or null.</summary>
    public DaysOff? OffOn(LocalDate day)
    {
        for (var i = 0; i < Off.Count; i++)
        {
            if (Off[i].Covers(day))
                return Off[i];
        }

        return null;
    }
}
