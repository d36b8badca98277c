using System.Text.RegularExpressions;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Calendar;

/// <summary>A first and a last day, as people type them.</summary>
/// <param name="Until">Included; null until further notice.</param>
public sealed partial record DayRange(LocalDate From, LocalDate? Until)
{
    /// <summary>Reads <c>2026-12-24..2027-01-02</c>, <c>24 Dec - 2 Jan</c>, <c>24-27 Dec</c>, <c>monday to friday</c>, <c>until friday</c>, <c>from monday</c>,
    /// <c>next week</c>, one day alone, and nothing at all, which is from today until further notice.</summary>
    /// <returns>Null when it cannot be understood.</returns>
    public static DayRange? Read(string text, DayText days, LocalDate today)
    {
        var words = Blanks().Replace(text.Trim(), " ");
        if (words.Length == 0)
            return new DayRange(today, null);
        if (Opening().Match(words) is { Success: true } opening && days.Read(opening.Groups["day"].Value) is { } day)
            return opening.Groups["word"].Value.StartsWith("from", StringComparison.OrdinalIgnoreCase) ? new DayRange(day, null) : new DayRange(today, day);
        if (Week(words, today) is { } week)
            return week;
        if (days.Read(words) is { } only)
            return new DayRange(only, only);
        return Separator().Split(Opener().Replace(words, string.Empty), 2) is [var first, var last] ? Between(first, last, days) : null;
    }

    private static DayRange? Between(string first, string last, DayText days)
    {
        if (days.Read(last) is not { } until)
            return null;
        var from = days.Read(first) ?? BareDay(first, until);
        return from is { } start ? new DayRange(start, until < start ? Later(until, last) : until) : null;
    }

    /// <summary>The second day was taken for the one that comes next, which is before the first: the one after it is meant.</summary>
    private static LocalDate Later(LocalDate until, string typed) => HasYear().IsMatch(typed) ? until : typed.Any(char.IsAsciiDigit) ? until.PlusYears(1) : until.PlusWeeks(1);

    /// <summary>The 24 of "24-27 Dec".</summary>
    private static LocalDate? BareDay(string text, LocalDate until) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var day) && day >= 1 && day <= until.Day
            ? new LocalDate(until.Year, until.Month, day)
            : null;

    private static DayRange? Week(string words, LocalDate today)
    {
        var sunday = today.PlusDays(7 - (int)today.DayOfWeek);
        return words.ToLowerInvariant() switch
        {
            "this week" => new DayRange(today, sunday),
            "next week" => new DayRange(sunday.PlusDays(1), sunday.PlusDays(7)),
            _ => null,
        };
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex("^(?<word>from|until|till|to|through) (?<day>.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex("^from ", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Opener();

    /// <summary>A hyphen stands between blanks, or between two numbers of which the second has a month; else it is part of a date.</summary>
    [GeneratedRegex(@"\s?\.\.\.?\s?|\s?[–—]\s?|\s-\s|\s(?:to|until|till|through)\s|(?<=^\d{1,2})-(?=\d{1,2}\.?\s?\p{L})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\d{4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HasYear();
}
