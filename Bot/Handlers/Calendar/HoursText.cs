using System.Globalization;
using System.Text.RegularExpressions;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Calendar;

/// <summary>Reads working hours as people type them: <c>Mon-Fri 9-17:30</c>, <c>mon, wed 9-12, 13-18; sat 10am-2pm</c>, <c>daily 22:00-06:00</c>.
/// A day that is not named is free; a time at or before the start is on the next day.</summary>
/// <param name="language">Whose names of weekdays are read beside the English ones.</param>
public sealed partial class HoursText(CultureInfo language)
{
    private const int ShortestName = 2;
    private const int MostShifts = 4;
    private const int Noon = 12;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private static readonly IsoDayOfWeek[] Week =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    public HoursRead Read(string typed)
    {
        var days = new Dictionary<IsoDayOfWeek, List<Shift>>();
        var named = new List<IsoDayOfWeek>();
        var timed = false;
        foreach (var word in Words(typed))
        {
            if (DaysOf(word) is { } more)
            {
                // Days after times begin another line.
                if (timed)
                    (named, timed) = ([], false);
                named.AddRange(more);
                continue;
            }

            if (named.Count == 0 || ShiftOf(word) is not { } shift)
                return new HoursRead.Unreadable(word);
            timed = true;
            foreach (var day in named.Distinct())
            {
                var shifts = days.TryGetValue(day, out var known) ? known : days[day] = [];
                if (shifts.Exists(other => Overlap(shift, other)) || shifts.Count == MostShifts)
                    return new HoursRead.Overlapping(word);
                shifts.Add(shift);
            }
        }

        if (!timed)
            return new HoursRead.Unreadable(typed.Trim());
        var week = Week.Select(day => days.TryGetValue(day, out var shifts) ? shifts.OrderBy(shift => shift.From).ToValueList() : []).ToArray();
        return new HoursRead.Fine(new WorkWeek(week[0], week[1], week[2], week[3], week[4], week[5], week[6]));
    }

    /// <summary>Stretches are written without spaces around their dash, so that a space, a comma or a line ends a word.</summary>
    private static string[] Words(string typed) => Dash().Replace(Halves().Replace(typed, "${time}${half}"), "-")
        .Split([' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.TrimEnd(':', '.'))
        .Where(word => word.Length > 0 && !string.Equals(word, "and", StringComparison.OrdinalIgnoreCase))
        .ToArray();

    private List<IsoDayOfWeek>? DaysOf(string word)
    {
        if (string.Equals(word, "daily", StringComparison.OrdinalIgnoreCase))
            return [.. Week];
        return word.Split('-') switch
        {
            [var one] => DayOf(one) is { } day ? [day] : null,
            [var first, var last] => DayOf(first) is { } from && DayOf(last) is { } to ? Stretch(from, to) : null,
            _ => null,
        };
    }

    private static List<IsoDayOfWeek> Stretch(IsoDayOfWeek from, IsoDayOfWeek to)
    {
        var at = Array.IndexOf(Week, from);
        var days = new List<IsoDayOfWeek> { from };
        while (days[^1] != to)
            days.Add(Week[++at % Week.Length]);
        return days;
    }

    /// <summary>By name, or by so much of it that it is clear.</summary>
    private IsoDayOfWeek? DayOf(string word)
    {
        var name = word.TrimEnd('.', 's');
        if (name.Length < ShortestName || !char.IsLetter(name[0]))
            return null;
        var found = Week.Where(day => Names(day).Any(known => known.StartsWith(name, StringComparison.OrdinalIgnoreCase) || string.Equals(known, word, StringComparison.OrdinalIgnoreCase))).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private IEnumerable<string> Names(IsoDayOfWeek day) => new[] { English, language }
        .SelectMany(culture => new[] { culture.DateTimeFormat.DayNames[(int)day % Week.Length], culture.DateTimeFormat.AbbreviatedDayNames[(int)day % Week.Length].TrimEnd('.') });

    private static Shift? ShiftOf(string word)
    {
        if (string.Equals(word, "24h", StringComparison.OrdinalIgnoreCase))
            return new Shift(LocalTime.Midnight, LocalTime.Midnight);
        return word.Split('-') is [var from, var to] && TimeOf(from) is { } start && TimeOf(to) is { } end ? new Shift(start, end) : null;
    }

    private static LocalTime? TimeOf(string text)
    {
        if (Time().Match(text) is not { Success: true } found)
            return null;
        var hour = int.Parse(found.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = found.Groups["minute"] is { Success: true, ValueSpan: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
        if (found.Groups["half"] is { Success: true, ValueSpan: var half })
        {
            if (hour is < 1 or > Noon)
                return null;
            hour = (hour % Noon) + (half[0] is 'p' or 'P' ? Noon : 0);
        }

        // 24:00 is written for midnight at the end of the day.
        if (hour == 2 * Noon && minute == 0)
            return LocalTime.Midnight;
        return hour < 2 * Noon && minute < NodaConstants.MinutesPerHour ? new LocalTime(hour, minute) : null;
    }

    private static bool Overlap(Shift a, Shift b) => a.From.TickOfDay < EndOf(b) && b.From.TickOfDay < EndOf(a);

    private static long EndOf(Shift shift) => shift.To > shift.From ? shift.To.TickOfDay : shift.To.TickOfDay + NodaConstants.TicksPerDay;

    [GeneratedRegex(@"\s*[-–—]\s*|(?<=[0-9a-z]) +(to|until) +(?=[0-9a-z])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Dash();

    [GeneratedRegex(@"(?<time>[0-9]) +(?<half>[ap]\.?m\.?)(?![a-z])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Halves();

    [GeneratedRegex(@"^(?<hour>[0-9]{1,2})([:.](?<minute>[0-9]{2}))?h?(?<half>[ap]\.?m\.?)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Time();
}

/// <summary>Hours as they were read, or the word that is wrong.</summary>
public abstract record HoursRead
{
    private HoursRead()
    {
    }

    public sealed record Fine(WorkWeek Week) : HoursRead;

    public sealed record Unreadable(string Word) : HoursRead;

    public sealed record Overlapping(string Word) : HoursRead;
}
