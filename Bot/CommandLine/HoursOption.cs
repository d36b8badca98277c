using AlignmentBot.Bot.Configuration;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.CommandLine;

/// <summary>Working hours of one day as an option: <c>mon=09:00-12:30,13:00-17:30</c>.</summary>
internal static class HoursOption
{
    private const string Rule = "It must be a day and its ranges, such as mon=09:00-12:30,13:00-17:30.";

    public static string? Check(string value)
    {
        if (Split(value) is not var (day, ranges) || !WorkWeekText.Days.Contains(day, StringComparer.Ordinal))
            return Rule;
        var before = new List<string>();
        foreach (var range in ranges)
        {
            if (WorkWeekText.Check(range, before) is { } broken)
                return $"{Shown.Of(range)}: {broken}";
            before.Add(range);
        }

        return null;
    }

    /// <summary>Several options for one day are one list.</summary>
    public static WorkWeek Read(IEnumerable<string> values) => WorkWeekText.Read(values
        .Select(Split)
        .OfType<(string Day, string[] Ranges)>()
        .GroupBy(day => day.Day, StringComparer.Ordinal)
        .ToDictionary(day => day.Key, day => day.SelectMany(option => option.Ranges).ToValueList(), StringComparer.Ordinal));

    private static (string Day, string[] Ranges)? Split(string value) =>
        value.Split('=') is [var day, var ranges] ? (day.Trim().ToLowerInvariant(), ranges.Split(',', StringSplitOptions.TrimEntries)) : null;
}
