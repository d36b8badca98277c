using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Domain.Agreement;

/// <summary>When somebody may be told something in private.</summary>
public static class NudgeTimes
{
    /// <summary>The least time between two messages to one person; what comes in between is joined.</summary>
    public static readonly Duration Between = Duration.FromMinutes(5);

    /// <summary>How many messages somebody gets in a day, before the rest waits for one digest.</summary>
    public const int MostADay = 10;

    /// <summary>The digest comes so long before the working day ends.</summary>
    public static readonly Duration DigestBeforeEnd = Duration.FromHours(1);

    /// <summary>Now, or the next moment that may be, or null when this person works no more. At a later moment the question is asked again.</summary>
    /// <param name="told">When the person was last told something, newest first, two days back.</param>
    public static Instant? Next(WorkCalendar calendar, IReadOnlyList<Instant> told, Instant now)
    {
        if (WorkingTime.NextStart(now, calendar) is not { } start || start > now)
            return WorkingTime.NextStart(now, calendar);
        var day = now.InZone(calendar.Zone).Date;
        var today = told.Count(at => at.InZone(calendar.Zone).Date == day);
        if (today >= MostADay)
            return Digest(calendar, day, today, now);
        return told.Count > 0 && told[0] + Between > now ? WorkingTime.NextStart(told[0] + Between, calendar) : now;
    }

    /// <summary>One digest an hour before the working day ends; after it, and in the last hour of a day that was full before, the next day.</summary>
    private static Instant? Digest(WorkCalendar calendar, LocalDate day, int today, Instant now)
    {
        var midnight = calendar.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant();
        var worked = WorkingTime.Explain(calendar.Zone.AtStartOfDay(day).ToInstant(), midnight, calendar);
        var digest = worked.Count == 0 ? now : worked[^1].End - DigestBeforeEnd;
        return today == MostADay ? Instant.Max(now, digest) : WorkingTime.NextStart(midnight, calendar);
    }
}
