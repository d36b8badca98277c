using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Bot.Handlers.Calendar;

/// <summary>Reads days as people type them: <c>2026-12-24</c>, <c>24 Dec</c>, <c>December 24, 2026</c>, <c>24.12.</c>, <c>friday</c>, <c>tomorrow</c>.
/// A day without a year is the next such day from today on.</summary>
/// <param name="language">Whose names of months and weekdays are read beside the English ones.</param>
public sealed partial class DayText(LocalDate today, CultureInfo language)
{
    private const int DaysInWeek = 7;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <returns>Null when the text names no day.</returns>
    public LocalDate? Read(string text)
    {
        var words = text.Trim().TrimEnd(',').ToLowerInvariant();
        return words switch
        {
            "today" => today,
            "tomorrow" => today.PlusDays(1),
            _ => Iso(words) ?? Dotted(words) ?? Named(words) ?? Weekday(words),
        };
    }

    private static LocalDate? Iso(string words) => LocalDatePattern.Iso.Parse(words) is { Success: true, Value: var day } ? day : null;

    private LocalDate? Dotted(string words) =>
        DottedDay().Match(words) is { Success: true } found ? Day(Number(found, "day"), Number(found, "month"), Number(found, "year")) : null;

    private LocalDate? Named(string words)
    {
        var found = DayThenMonth().Match(words) is { Success: true } first ? first : MonthThenDay().Match(words);
        return found.Success && MonthOf(found.Groups["name"].Value) is { } month ? Day(Number(found, "day"), month, Number(found, "year")) : null;
    }

    private LocalDate? Weekday(string words)
    {
        var (name, next) = words.StartsWith("next ", StringComparison.Ordinal) ? (words[5..], true) : (words, false);
        foreach (var culture in new[] { English, language })
        {
            var names = culture.DateTimeFormat.DayNames;
            for (var day = 0; day < DaysInWeek; day++)
            {
                if (IsNamed(name, names[day], culture.DateTimeFormat.AbbreviatedDayNames[day]))
                    return Coming(day == 0 ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)day, next);
            }
        }

        return null;
    }

    /// <summary>Today counts as today's weekday; "next" is in the week after this one.</summary>
    private LocalDate Coming(IsoDayOfWeek day, bool next) =>
        next ? today.PlusDays(DaysInWeek - (int)today.DayOfWeek + (int)day) : today.PlusDays(((int)day - (int)today.DayOfWeek + DaysInWeek) % DaysInWeek);

    private int? MonthOf(string name)
    {
        foreach (var culture in new[] { English, language })
        {
            for (var month = 0; month < 12; month++)
            {
                if (IsNamed(name, culture.DateTimeFormat.MonthNames[month], culture.DateTimeFormat.AbbreviatedMonthNames[month]))
                    return month + 1;
            }
        }

        return null;
    }

    /// <summary>In full, or cut short after at least three letters.</summary>
    private static bool IsNamed(string word, string full, string abbreviated) =>
        string.Equals(word, abbreviated.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)
        || (word.Length >= 3 && full.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    private LocalDate? Day(int? day, int? month, int? year)
    {
        if (day is not { } d || month is not { } m || m is < 1 or > 12)
            return null;
        if (year is { } given)
            return Valid(given < 100 ? 2000 + given : given, m, d);
        for (var later = 0; later < 5; later++)
        {
            if (Valid(today.Year + later, m, d) is { } found && found >= today)
                return found;
        }

        return null;
    }

    private static LocalDate? Valid(int year, int month, int day) =>
        year is >= 1 and <= 9998 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private static int? Number(Match found, string group) =>
        int.TryParse(found.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.(\s?(?<year>\d{4}|\d{2}))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DottedDay();

    [GeneratedRegex(@"^(?<day>\d{1,2})(st|nd|rd|th|\.)?\s?(of\s)?(?<name>\p{L}{3,12})\.?,?(\s(?<year>\d{4}))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayThenMonth();

    [GeneratedRegex(@"^(?<name>\p{L}{3,12})\.?\s(?<day>\d{1,2})(st|nd|rd|th)?(,?\s(?<year>\d{4}))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthThenDay();
}
