using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Domain.Time;

/// <summary>Who is away when, and what saying so does to the days off that are kept. What is past stays, as it was counted so.</summary>
public static class Absence
{
    /// <summary>The days off that somebody is on at this moment, by the days of their own zone; null when they are not away.</summary>
    public static DaysOff? At(Member member, Pod pod, Instant at)
    {
        var calendar = WorkCalendar.Of(member, pod);
        return calendar.OffOn(at.InZone(calendar.Zone).Date);
    }

    /// <summary>The day that it is for somebody.</summary>
    public static LocalDate Today(Member member, Pod pod, Instant now) => now.InZone(WorkCalendar.Of(member, pod).Zone).Date;

    /// <summary>When somebody's work goes on after days off; null when they do not end, or no work follows.</summary>
    public static Instant? BackAt(DaysOff off, Member member, Pod pod) =>
        off.Until is { } last && WorkCalendar.Of(member, pod) is var calendar
            ? WorkingTime.NextStart(calendar.Zone.AtStartOfDay(last.PlusDays(1)).ToInstant(), calendar)
            : null;

    /// <summary>The days off with new ones, which take the place of those that they touch from today on.</summary>
    public static ValueList<DaysOff> With(ValueList<DaysOff> off, DaysOff next, LocalDate today) => off
        .Select(known => Touch(known, next) ? Past(known, today) : known)
        .OfType<DaysOff>()
        .Append(next)
        .OrderBy(known => known.From)
        .ToValueList();

    /// <summary>The days off without those of today, or, where there are none, without the next ones.</summary>
    /// <returns>Ended: what is taken back; null when there is nothing.</returns>
    public static (ValueList<DaysOff> Off, DaysOff? Ended) Without(ValueList<DaysOff> off, LocalDate today)
    {
        var ended = off.Where(known => !known.IsOver(today)).OrderBy(known => known.From).FirstOrDefault();
        return ended is null ? (off, null) : (off.Select(known => known == ended ? Past(known, today) : known).OfType<DaysOff>().ToValueList(), ended);
    }

    private static bool Touch(DaysOff one, DaysOff other) => !(one.Until < other.From) && !(other.Until < one.From);

    /// <summary>What of it lies before today, or null.</summary>
    private static DaysOff? Past(DaysOff off, LocalDate today)
    {
        var yesterday = today.PlusDays(-1);
        return off.From > yesterday ? null : off with { Until = off.Until < yesterday ? off.Until : yesterday };
    }
}
