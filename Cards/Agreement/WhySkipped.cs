using AlignmentBot.Cards.Calendar;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Cards.Agreement;

/// <summary>The days between start and due that did not count, each with its reason: a holiday, a day off, no working hours.</summary>
internal static class WhySkipped
{
    private const int MostDays = 60;
    private const int MostLines = 6;

    /// <summary>Neighbouring days with the same reason are one line.</summary>
    public static ValueList<string> Lines(Instant from, Instant due, WhyView view, Texts texts)
    {
        var zone = view.Calendars[0].Zone;
        var (first, last) = (from.InZone(zone).Date, due.InZone(zone).Date);
        var lines = new List<string>();
        for (var day = first; day <= last && Period.DaysBetween(first, day) < MostDays && lines.Count < MostLines;)
        {
            var reason = Reason(day, view);
            var end = day;
            while (end < last && Reason(end.PlusDays(1), view) == reason)
                end = end.PlusDays(1);
            if (reason is { } why)
                lines.Add(texts[Key(why), Days(day, end, view.Lead.Now.InZone(zone).Date, texts)]);
            day = end.PlusDays(1);
        }

        return lines.ToValueList();
    }

    private static string Days(LocalDate from, LocalDate to, LocalDate today, Texts texts) => from == to
        ? DayWords.Of(from, today, texts)
        : texts["why.days", DayWords.Of(from, today, texts), DayWords.Of(to, today, texts)];

    private static Skipped? Reason(LocalDate day, WhyView view)
    {
        if (view.Calendars.Any(calendar => calendar.Holidays.Contains(day)))
            return Skipped.Holiday;
        if (view.Calendars.Any(calendar => calendar.OffOn(day) is not null))
            return Skipped.Away;
        return view.Calendars.Any(calendar => calendar.Week.On(day.DayOfWeek).Count == 0) ? Skipped.NoHours : null;
    }

    private static string Key(Skipped why) => why switch
    {
        Skipped.Holiday => "why.holiday",
        Skipped.Away => "why.away",
        Skipped.NoHours => "why.no_hours",
    };

    private enum Skipped
    {
        Holiday,
        Away,
        NoHours,
    }
}
