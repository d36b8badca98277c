using System.Globalization;
using AlignmentBot.Domain.Statistics;
using NodaTime;
using NodaTime.Text;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Cards.Statistics;

/// <summary>Periods as people type and read them.</summary>
public static class PeriodWords
{
    /// <summary>The longest period that is answered; beyond it nobody looks at single days.</summary>
    public const int MostDays = 3 * 366;

    private const string Parting = "..";

    private static readonly string[] Months =
        [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(name => name.Length > 0).Select(name => name.ToLowerInvariant())];

    /// <summary>Reads such words as <c>last month</c>, <c>90d</c>, <c>October 2025</c> or <c>2026-10-01..2026-10-31</c>. Nothing means this month.</summary>
    public static PeriodReading Read(string typed, LocalDate today)
    {
        var words = string.Join(' ', typed.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (Named(words, today) is { } named)
            return new PeriodReading.Known(named);
        if (NamedMonth(words, today) is { } month)
            return new PeriodReading.Known(month);
        return Days(words, today) ?? Dates(words) ?? new PeriodReading.Unknown(typed.Trim());
    }

    /// <summary>Such as <c>last month</c>, where the period has such a name on this day, else its dates.</summary>
    public static string Say(Period period, LocalDate today, Texts texts)
    {
        (Period Period, string Key)[] names =
        [
            (Period.ThisMonth(today), "stats.period.this_month"),
            (Period.LastMonth(today), "stats.period.last_month"),
            (Period.ThisQuarter(today), "stats.period.this_quarter"),
            (Period.LastQuarter(today), "stats.period.last_quarter"),
            (Period.Week(today), "stats.period.this_week"),
            (Period.Week(today.PlusDays(-7)), "stats.period.last_week"),
            (Period.LastDays(today, 1), "stats.period.today"),
            (Period.LastDays(today.PlusDays(-1), 1), "stats.period.yesterday"),
        ];
        if (Array.Find(names, name => name.Period == period) is { Key: { } key })
            return texts[key];
        if (period.IsMonth)
            return Day(period.From, "stats.period.month_format", texts);
        return period.Until == today
            ? texts["stats.period.last_days", period.Days]
            : texts["stats.period.dates", Day(period.From, "stats.period.day_format", texts), Day(period.Until, "stats.period.day_format", texts)];
    }

    /// <summary>The label of a part in a chart: a month's name, else its first day.</summary>
    public static string Label(Period part, Step step, Texts texts) =>
        Day(part.From, step == Step.Month ? "stats.period.short_month_format" : "stats.period.short_day_format", texts);

    private static string Day(LocalDate day, string key, Texts texts) => LocalDatePattern.Create(texts[key], texts.Language).Format(day);

    private static Period? Named(string words, LocalDate today) => words switch
    {
        "" or "month" or "this month" => Period.ThisMonth(today),
        "last month" => Period.LastMonth(today),
        "quarter" or "this quarter" => Period.ThisQuarter(today),
        "last quarter" => Period.LastQuarter(today),
        "week" or "this week" => Period.Week(today),
        "last week" => Period.Week(today.PlusDays(-7)),
        "today" => Period.LastDays(today, 1),
        "yesterday" => Period.LastDays(today.PlusDays(-1), 1),
        "year" or "this year" => new Period(new LocalDate(today.Year, 1, 1), new LocalDate(today.Year, 12, 31)),
        _ => null,
    };

    /// <summary>A month by name: with its year, or the latest that has begun.</summary>
    private static Period? NamedMonth(string words, LocalDate today)
    {
        var parts = words.Split(' ');
        var month = parts[0].Length < 3 ? 0 : Array.FindIndex(Months, name => name.StartsWith(parts[0], StringComparison.Ordinal)) + 1;
        if (month == 0)
            return null;
        if (parts.Length == 1)
            return Period.Month(new LocalDate(month > today.Month ? today.Year - 1 : today.Year, month, 1));
        return parts.Length == 2 && Year(parts[1]) is { } year ? Period.Month(new LocalDate(year, month, 1)) : null;
    }

    private static int? Year(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2100 ? year : null;

    /// <summary><c>90d</c>, <c>90 days</c>, <c>last 90 days</c>.</summary>
    private static PeriodReading? Days(string words, LocalDate today)
    {
        var rest = words.StartsWith("last ", StringComparison.Ordinal) ? words[5..] : words;
        var number = new string([.. rest.TakeWhile(char.IsAsciiDigit)]);
        if (rest[number.Length..].Trim() is not ("d" or "day" or "days") || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days == 0)
            return null;
        return days > MostDays ? PeriodReading.TooLong.Instance : new PeriodReading.Known(Period.LastDays(today, days));
    }

    /// <summary>Two days with dots or <c>to</c> between them, one day, or a month such as <c>2026-10</c>.</summary>
    private static PeriodReading? Dates(string words)
    {
        if (YearMonthPattern.Iso.Parse(words) is { Success: true, Value: var month })
            return new PeriodReading.Known(Period.Month(month.OnDayOfMonth(1)));
        var ends = words.Replace(" to ", Parting, StringComparison.Ordinal).Split(Parting, StringSplitOptions.TrimEntries);
        var days = ends.Select(end => LocalDatePattern.Iso.Parse(end)).ToList();
        if (days.Count > 2 || days.Any(day => !day.Success))
            return null;
        var (from, until) = (days[0].Value, days[^1].Value);
        if (until < from)
            return new PeriodReading.Backwards(ends[0], ends[^1]);
        return NodaTime.Period.DaysBetween(from, until) >= MostDays ? PeriodReading.TooLong.Instance : new PeriodReading.Known(new Period(from, until));
    }
}

/// <summary>What typed words say of a period.</summary>
public abstract record PeriodReading
{
    private PeriodReading()
    {
    }

    public sealed record Known(Period Period) : PeriodReading;

    /// <summary>The words name no period.</summary>
    public sealed record Unknown(string Words) : PeriodReading;

    /// <summary>The last day is before the first.</summary>
    public sealed record Backwards(string From, string Until) : PeriodReading;

    public sealed record TooLong : PeriodReading
    {
        public static readonly TooLong Instance = new();
    }

    /// <summary>What is wrong, as a sentence; null where nothing is.</summary>
    public string? Fault(Texts texts) => this switch
    {
        Known => null,
        Unknown unknown => texts["stats.period.unknown", unknown.Words],
        Backwards backwards => texts["stats.period.backwards", backwards.From, backwards.Until],
        TooLong => texts["stats.period.too_long"],
        _ => throw new NotSupportedException($"No sentence for {GetType().Name}."),
    };
}
