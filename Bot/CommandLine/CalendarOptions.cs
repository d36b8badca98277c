using System.CommandLine;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Bot.CommandLine;

/// <summary><c>--hours</c> and <c>--holiday</c>, the same for pods and members.</summary>
/// <param name="otherwise">What holds without them.</param>
internal sealed class CalendarOptions(string otherwise)
{
    public Option<string[]> Hours { get; } = Checked.Several(
        "--hours", $"Working hours of one day, such as mon=09:00-12:30,13:00-17:30; one option per day, days left out are free; {otherwise}", HoursOption.Check);

    public Option<string[]> Holidays { get; } = Checked.Several("--holiday", "A day on which nobody works, such as 2026-12-25; one option per day", RosterRules.Holiday);

    public WorkWeek? HoursOf(ParseResult parsed) => parsed.GetValue(Hours) is { Length: > 0 } days ? HoursOption.Read(days) : null;

    public ValueList<LocalDate>? HolidaysOf(ParseResult parsed) =>
        parsed.GetValue(Holidays) is { Length: > 0 } given ? given.Select(RosterRules.HolidayOf).OfType<LocalDate>().Distinct().Order().ToValueList() : null;
}
