using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Domain.Time;

/// <summary>The stretches of working time between two moments: in order, apart from one another, each made when it is asked for.
/// The work is one step a day, however long a stretch is.</summary>
internal static class Stretches
{
    /// <summary>Where all of the calendars work.</summary>
    public static IEnumerable<Interval> Shared(Instant from, Instant until, ReadOnlySpan<WorkCalendar> all)
    {
        if (all.IsEmpty)
            throw new ArgumentException("Working time needs at least one calendar.", nameof(all));

        var shared = Of(all[0], from, until);
        foreach (var other in all[1..])
            shared = Both(shared, Of(other, from, until));
        return shared;
    }

    /// <summary>Where one calendar works. Shifts that overlap or touch are one stretch.</summary>
    private static IEnumerable<Interval> Of(WorkCalendar calendar, Instant from, Instant until)
    {
        Interval? open = null;
        foreach (var piece in Pieces(calendar, from, until))
        {
            if (open is not { } known)
                open = piece;
            else if (piece.Start <= known.End)
                open = new Interval(known.Start, Instant.Max(known.End, piece.End));
            else
            {
                yield return known;
                open = piece;
            }
        }

        if (open is { } last)
            yield return last;
    }

    private static IEnumerable<Interval> Both(IEnumerable<Interval> one, IEnumerable<Interval> other)
    {
        using var left = one.GetEnumerator();
        using var right = other.GetEnumerator();
        var more = left.MoveNext() && right.MoveNext();
        while (more)
        {
            var start = Instant.Max(left.Current.Start, right.Current.Start);
            var end = Instant.Min(left.Current.End, right.Current.End);
            if (start < end)
                yield return new Interval(start, end);
            more = left.Current.End <= right.Current.End ? left.MoveNext() : right.MoveNext();
        }
    }

    /// <summary>Every shift, cut at the changes of the zone's offset, ordered by start. Between two such changes the clock on the wall runs
    /// evenly, so that each piece is the shift as it stands in the week, moved by the offset.</summary>
    private static IEnumerable<Interval> Pieces(WorkCalendar calendar, Instant from, Instant until)
    {
        if (!calendar.Week.HasShifts)
            yield break;

        var gone = GoneFrom(calendar.Off);
        for (var at = from; at < until;)
        {
            var zone = calendar.Zone.GetZoneInterval(at);
            var end = zone.HasEnd ? Instant.Min(zone.End, until) : until;
            var last = end.WithOffset(zone.WallOffset).Date;

            // One day earlier, for the shift that began yesterday and runs past midnight.
            for (var day = at.WithOffset(zone.WallOffset).Date.PlusDays(-1); day <= last; day = day.PlusDays(1))
            {
                if (gone <= day)
                    break;
                var shifts = ShiftsOn(day, calendar);
                for (var i = 0; i < shifts.Count; i++)
                {
                    var start = Instant.Max(at, Moment(day, shifts[i].From, zone.WallOffset));
                    var finish = Instant.Min(end, Moment(shifts[i].To <= shifts[i].From ? day.PlusDays(1) : day, shifts[i].To, zone.WallOffset));
                    if (start < finish)
                        yield return new Interval(start, finish);
                }
            }

            at = end;
        }
    }

    private static ValueList<Shift> ShiftsOn(LocalDate day, WorkCalendar calendar)
    {
        var shifts = calendar.Week.On(day.DayOfWeek);
        if (shifts.Count == 0 || calendar.IsFree(day))
            return [];
        return shifts.Count == 1 ? shifts : shifts.OrderBy(shift => shift.From).ToValueList();
    }

    /// <summary>The day from which on nothing follows.</summary>
    private static LocalDate? GoneFrom(ValueList<DaysOff> off) => off.Where(days => days.Until is null).Min(days => (LocalDate?)days.From);

    private static Instant Moment(LocalDate day, LocalTime time, Offset offset) => day.At(time).WithOffset(offset).ToInstant();
}
