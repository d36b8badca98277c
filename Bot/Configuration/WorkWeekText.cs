using System.Globalization;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Bot.Configuration;

/// <summary>Reads working hours: ranges such as <c>09:00-12:30</c> for the days <c>mon</c> to <c>sun</c>. A day that is not named is free.</summary>
public static class WorkWeekText
{
    /// <summary>The names of the days, Monday first.</summary>
    public static readonly ValueList<string> Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private const string RangeRule = "It must be a range such as 09:00-12:30.";
    private const string OverlapRule = "It overlaps another range of the day.";

    private static readonly LocalTimePattern Time = LocalTimePattern.Create("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>What is wrong with one range of a day, given the ranges before it; null when nothing is.</summary>
    public static string? Check(string range, IEnumerable<string> before)
    {
        if (ShiftOf(range) is not { } shift)
            return RangeRule;
        return before.Select(ShiftOf).Any(other => other is not null && Overlap(shift, other)) ? OverlapRule : null;
    }

    /// <param name="ranges">Checked ranges by the day's name.</param>
    public static WorkWeek Read(IReadOnlyDictionary<string, ValueList<string>> ranges)
    {
        var days = Days.Select(day => Shifts(ranges.GetValueOrDefault(day) ?? [])).ToArray();
        return new WorkWeek(days[0], days[1], days[2], days[3], days[4], days[5], days[6]);
    }

    private static ValueList<Shift> Shifts(ValueList<string> ranges) =>
        ranges.Select(ShiftOf).OfType<Shift>().OrderBy(shift => shift.From).ToValueList();

    /// <summary>24:00 is written for midnight at the end of the day.</summary>
    private static Shift? ShiftOf(string range)
    {
        var ends = range.Split('-');
        return ends.Length == 2 && TimeOf(ends[0]) is { } from && (ends[1].Trim() == "24:00" ? LocalTime.Midnight : TimeOf(ends[1])) is { } to
            ? new Shift(from, to)
            : null;
    }

    private static LocalTime? TimeOf(string text) => Time.Parse(text.Trim()) is { Success: true, Value: var time } ? time : null;

    private static bool Overlap(Shift a, Shift b) => a.From.TickOfDay < EndOf(b) && b.From.TickOfDay < EndOf(a);

    /// <summary>A shift into the next day ends behind this day's last tick.</summary>
    private static long EndOf(Shift shift) => shift.To > shift.From ? shift.To.TickOfDay : shift.To.TickOfDay + NodaConstants.TicksPerDay;
}
