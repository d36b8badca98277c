using System.Globalization;
using System.Text.RegularExpressions;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Domain.Agreement;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Agreement;

/// <summary>Working time as people type it: <c>30m</c>, <c>1h</c>, <c>1 h 30 min</c>, <c>90</c> (minutes), or as the configuration writes it.</summary>
public static partial class WorkingText
{
    /// <summary>Null when it is no working time that can be promised.</summary>
    public static Duration? Read(string typed)
    {
        var text = string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter)));
        var read = IsoDuration.Parse(text.ToUpperInvariant()) ?? Human(text);
        return read is { } working && working > Duration.Zero && working <= ClausePromise.LongestTarget ? working : null;
    }

    private static Duration? Human(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success || text.Length == 0)
            return null;
        return Duration.FromHours(Number(match, "h")) + Duration.FromMinutes(Number(match, "m"));
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true, ValueSpan: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^((?<h>[0-9]{1,4})(h|hours?))?((?<m>[0-9]{1,5})(m|min|minutes?)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Pattern();
}
