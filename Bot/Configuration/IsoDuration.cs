using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace AlignmentBot.Bot.Configuration;

/// <summary>Lengths of working time as ISO 8601 writes them: hours, minutes and seconds, such as <c>PT1H30M</c>. Days are not among them,
/// because a day of working time is as long as somebody's working day.</summary>
public static partial class IsoDuration
{
    /// <summary>Null when the text is no such length.</summary>
    public static Duration? Parse(string text)
    {
        var match = Pattern().Match(text.Trim());
        return match.Success && match.Length > 2
            ? Duration.FromHours(Number(match, "h")) + Duration.FromMinutes(Number(match, "m")) + Duration.FromSeconds(Number(match, "s"))
            : null;
    }

    /// <param name="duration">Zero or more.</param>
    public static string Write(Duration duration)
    {
        var seconds = (long)duration.TotalSeconds;
        var (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        return seconds == 0
            ? "PT0S"
            : string.Create(CultureInfo.InvariantCulture, $"PT{Part(hours, 'H')}{Part(minutes, 'M')}{Part(rest, 'S')}");
    }

    private static string Part(long number, char unit) => number == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{number}{unit}");

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true, ValueSpan: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^PT((?<h>[0-9]{1,4})H)?((?<m>[0-9]{1,5})M)?((?<s>[0-9]{1,6})S)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
