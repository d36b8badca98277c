using System.Globalization;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Calendar;

/// <summary>Reads holidays from what somebody pasted or put in a file: days one by one, or an iCalendar text.</summary>
public static class HolidayPaste
{
    /// <summary>The most holidays a calendar holds: decades of them.</summary>
    public const int Most = 1000;

    /// <summary>The longest text that is read.</summary>
    public const int LengthLimit = 1_000_000;

    private const int LongestStretch = 92;

    public static HolidaysRead Read(string text, LocalDate today, Texts texts)
    {
        if (text.Length > LengthLimit)
            return new HolidaysRead.Wrong(texts["holidays.error.too_long", LengthLimit.ToString("#,0", texts.Language)]);
        var clean = text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        var read = clean.StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase) ? IcsHolidays.Read(clean, today, texts) : Days(clean, today, texts);
        return read is HolidaysRead.Fine { Days.Count: > Most } ? new HolidaysRead.Wrong(texts["holidays.error.too_many", Most]) : read;
    }

    /// <summary>Days separated by commas, semicolons or line breaks; a stretch is written with two dots.</summary>
    private static HolidaysRead Days(string text, LocalDate today, Texts texts)
    {
        var days = new SortedSet<LocalDate>();
        var lines = text.Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            foreach (var entry in lines[line].Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (DayRange.Read(entry, new DayText(today, texts.Language), today) is not { Until: { } until } range)
                    return new HolidaysRead.Wrong(texts["holidays.error.day", Number(line + 1), Shown.Of(entry)]);
                if (until < range.From || Period.DaysBetween(range.From, until) > LongestStretch)
                    return new HolidaysRead.Wrong(texts["holidays.error.stretch", Number(line + 1), Shown.Of(entry), LongestStretch]);
                for (var day = range.From; day <= until; day = day.PlusDays(1))
                    days.Add(day);
            }
        }

        return days.Count == 0 ? new HolidaysRead.Wrong(texts["holidays.error.nothing"]) : new HolidaysRead.Fine(days.ToValueList(), 0);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Holidays as they were read, or what is wrong with the text.</summary>
public abstract record HolidaysRead
{
    private HolidaysRead()
    {
    }

    /// <param name="Days">In order, each once.</param>
    /// <param name="LeftOut">How many entries were left out because they do not fill whole days.</param>
    public sealed record Fine(ValueList<LocalDate> Days, int LeftOut) : HolidaysRead;

    /// <summary>The sentence names the line and what is wrong there.</summary>
    public sealed record Wrong(string Sentence) : HolidaysRead;
}
