using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Domain.Awards;

/// <summary>When a pod's rounds open, remind, close and are announced: all in the pod's zone, on its working days.</summary>
public sealed record RoundCalendar(WorkCalendar Calendar, AwardPolicy Policy)
{
    private static readonly LocalTime UsualEnd = new(17, 30);
    private static readonly LocalTime LastMinute = new(23, 59);

    public static RoundCalendar Of(Pod pod, AwardPolicy policy) => new(WorkCalendar.Of(pod), policy);

    public Instant OpensAt(YearMonth month) => At(OpeningDay(month), Policy.OpensAt);

    /// <summary>The first month whose opening is later than <paramref name="after"/>.</summary>
    public YearMonth NextMonth(Instant after)
    {
        var month = Day(after).ToYearMonth().PlusMonths(-1);
        while (OpensAt(month) <= after)
            month = month.PlusMonths(1);
        return month;
    }

    /// <summary>The end of work so many working days after the opening day.</summary>
    public Instant ClosesAt(Instant openedAt) => EndOf(Days(Day(openedAt), Policy.VotingDays));

    /// <summary>The end of work so many working days later.</summary>
    public Instant Later(Instant closesAt, int workingDays) => EndOf(Days(Day(closesAt), workingDays));

    /// <summary>The close after a pause: later by every working day that it touched, and never before the next end of work.</summary>
    public Instant AfterPause(Instant closesAt, Instant since, Instant until)
    {
        var lost = Enumerable.Range(1, Period.DaysBetween(Day(since), Day(until)))
            .Count(passed => WorkingTime.IsWorkingDay(Day(since).PlusDays(passed), Calendar));
        var moved = lost == 0 ? closesAt : Later(closesAt, lost);
        return moved > until ? moved : EndOf(Days(Day(until), 1));
    }

    public Instant AnnouncesAt(Instant closedAt) => At(Days(Day(closedAt), 1), Policy.AnnounceAt);

    /// <summary>The two moments at which those who have not voted are reminded, as far as they are still to come.</summary>
    public ValueList<Instant> Reminders(Instant closesAt, Instant now)
    {
        var last = Day(closesAt);
        return new[] { At(Days(last, -Policy.RemindDaysBefore), Policy.OpensAt), At(last, Policy.OpensAt) }
            .Distinct()
            .Where(moment => moment > now && moment < closesAt)
            .ToValueList();
    }

    private LocalDate OpeningDay(YearMonth month)
    {
        if (Policy.OpensOnDay is { } day)
            return Days(month.OnDayOfMonth(Math.Min(day, month.Calendar.GetDaysInMonth(month.Year, month.Month))), 0);
        var last = month.PlusMonths(1).OnDayOfMonth(1).PlusDays(-1);
        var found = Days(last.PlusDays(1), -1);
        return found.ToYearMonth() == month ? found : last;
    }

    private LocalDate Days(LocalDate day, int count) => WorkingTime.AddWorkingDays(day, count, Calendar) ?? day.PlusDays(count);

    private Instant EndOf(LocalDate day)
    {
        var shifts = Calendar.Week.On(day.DayOfWeek);
        var end = shifts.Count == 0 ? UsualEnd : shifts.Max(shift => shift.To <= shift.From ? LastMinute : shift.To);
        return At(day, end);
    }

    private LocalDate Day(Instant at) => at.InZone(Calendar.Zone).Date;

    private Instant At(LocalDate day, LocalTime time) => day.At(time).InZoneLeniently(Calendar.Zone).ToInstant();
}
