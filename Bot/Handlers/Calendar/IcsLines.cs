using System.Text.RegularExpressions;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Cards;

namespace AlignmentBot.Bot.Handlers.Calendar;

/// <summary>Looks through an iCalendar text before it is read, so that what is wrong can be named with its line. Source: RFC 5545, section 3.1.</summary>
internal static partial class IcsLines
{
    /// <returns>Null when the text can be read.</returns>
    public static string? Fault(string text, Texts texts)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var open = new Stack<(string Name, int Line)>();
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at];
            if (line.Length == 0 || line[0] is ' ' or '\t')
                continue;
            if (ContentLine().Match(line) is not { Success: true } found)
                return texts["holidays.error.line", at + 1, Shown.Of(line)];
            if (Fault(found.Groups["name"].Value.ToUpperInvariant(), found.Groups["value"].Value.Trim(), at + 1, open, texts) is { } fault)
                return fault;
        }

        return open.TryPeek(out var left) ? texts["holidays.error.open", left.Line, left.Name] : null;
    }

    private static string? Fault(string name, string value, int line, Stack<(string Name, int Line)> open, Texts texts)
    {
        switch (name)
        {
            case "BEGIN":
                open.Push((value.ToUpperInvariant(), line));
                return null;
            case "END":
                return open.TryPop(out var begun) && string.Equals(begun.Name, value, StringComparison.OrdinalIgnoreCase)
                    ? null
                    : texts["holidays.error.end", line, Shown.Of(value)];
            case "DTSTART" or "DTEND":
                return Moment().IsMatch(value) ? null : texts["holidays.error.date", line, name, Shown.Of(value)];
            default:
                return null;
        }
    }

    [GeneratedRegex("^(?<name>[A-Za-z0-9-]+)(;[^:\"]*(\"[^\"]*\"[^:\"]*)*)?:(?<value>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex ContentLine();

    [GeneratedRegex(@"^\d{8}(T\d{6}Z?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Moment();
}
