using System.Runtime.Serialization;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Calendar;

/// <summary>Reads the whole-day events of an iCalendar text as holidays. What repeats is counted out for a few years, so that the calendar stays finite.</summary>
internal static class IcsHolidays
{
    /// <summary>This year and the two after it.</summary>
    public const int Years = 3;

    /// <summary>How often a rule may miss before it is given up, such as one for 30 February.</summary>
    private static readonly EvaluationOptions Patience = new() { MaxUnmatchedIncrementsLimit = 1000 };

    public static HolidaysRead Read(string text, LocalDate today, Texts texts)
    {
        if (IcsLines.Fault(text, texts) is { } fault)
            return new HolidaysRead.Wrong(fault);
        try
        {
            return Ical.Net.Calendar.Load(text) is { Events.Count: > 0 } calendar
                ? Count(calendar, new LocalDate(today.Year, 1, 1), texts)
                : new HolidaysRead.Wrong(texts["holidays.error.no_events"]);
        }
        catch (Exception unreadable) when (unreadable is SerializationException or FormatException or ArgumentException or InvalidOperationException
            or EvaluationException or OverflowException or NotSupportedException)
        {
            return new HolidaysRead.Wrong(texts["holidays.error.unreadable", unreadable.Message]);
        }
    }

    private static HolidaysRead Count(Ical.Net.Calendar calendar, LocalDate first, Texts texts)
    {
        var last = first.PlusYears(Years).PlusDays(-1);
        var days = new SortedSet<LocalDate>();
        var leftOut = 0;
        foreach (var happening in calendar.Events)
        {
            if (string.Equals(happening.Status, EventStatus.Cancelled, StringComparison.OrdinalIgnoreCase))
                continue;
            if (!FillsDays(happening))
                leftOut++;
            else if (!Add(happening, first, last, days))
                return new HolidaysRead.Wrong(texts["holidays.error.too_many", HolidayPaste.Most]);
        }

        return days.Count == 0
            ? new HolidaysRead.Wrong(texts["holidays.error.no_days", first.Year, last.Year])
            : new HolidaysRead.Fine(days.ToValueList(), leftOut);
    }

    /// <returns>False when there are more days than a calendar holds.</returns>
    private static bool Add(CalendarEvent happening, LocalDate first, LocalDate last, SortedSet<LocalDate> days)
    {
        foreach (var occurrence in happening.GetOccurrences(new CalDateTime(first.Year, first.Month, first.Day), Patience))
        {
            var from = LocalDate.FromDateOnly(occurrence.Period.StartTime.Date);
            if (from > last)
                return true;
            var end = occurrence.Period.EffectiveEndTime is { } given ? LocalDate.FromDateOnly(given.Date) : from.PlusDays(1);
            for (var day = LocalDate.Max(from, first); day <= last && (day < end || day == from); day = day.PlusDays(1))
                days.Add(day);
            if (days.Count > HolidayPaste.Most)
                return false;
        }

        return true;
    }

    /// <summary>Without times of day, or from midnight to midnight, as some calendars write them.</summary>
    private static bool FillsDays(CalendarEvent happening) =>
        happening.DtStart is { } start && (!start.HasTime || (AtMidnight(start) && happening.DtEnd is { } end && AtMidnight(end) && end.Date > start.Date));

    private static bool AtMidnight(CalDateTime moment) => moment.Time is not { } time || time == TimeOnly.MinValue;
}
