using AlignmentBot.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Cards.Agreement;

/// <summary>
/// When something is due, short: "due in 25 min", "due today 15:20", "due Mon 10:20", "due 24 Dec 10:20", "2 h over". For what is drawn when it is
/// read; a card that stays names the moment itself.
/// </summary>
public static class DueWords
{
    private const int SoonMinutes = 60;
    private const int DaysInWeek = 7;

    /// <param name="calendars">Where there are some, time over is working time: what was due on Friday evening is minutes over on Monday morning.</param>
    public static string Of(Instant due, Instant now, Reader reader, params ReadOnlySpan<WorkCalendar> calendars)
    {
        var texts = Texts.For(reader.Language);
        if (due <= now)
            return Over(calendars.IsEmpty ? now - due : WorkingTime.Between(due, now, calendars), texts);
        if ((due - now).TotalMinutes < SoonMinutes)
            return texts["due.soon", (int)Math.Ceiling((due - now).TotalMinutes)];

        var local = due.InZone(reader.Zone).LocalDateTime;
        var days = Period.DaysBetween(now.InZone(reader.Zone).Date, local.Date);
        return days switch
        {
            0 => texts["due.today", texts.Time.Format(local)],
            1 => texts["due.tomorrow", texts.Time.Format(local)],
            < DaysInWeek => texts["due.at", Say("due.weekday", local, texts)],
            _ => texts["due.at", Say("due.day", local, texts)],
        };
    }

    private static string Over(Duration over, Texts texts) => over.TotalHours switch
    {
        < 1 => texts["due.over_minutes", (int)over.TotalMinutes],
        < 48 => texts["due.over_hours", (int)over.TotalHours],
        _ => texts["due.over_days", (int)over.TotalDays],
    };

    private static string Say(string pattern, LocalDateTime at, Texts texts) => LocalDateTimePattern.Create(texts[pattern], texts.Language).Format(at);
}
