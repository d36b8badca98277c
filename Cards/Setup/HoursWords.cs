using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Cards.Setup;

/// <summary>Working hours in one line: days with the same shifts stand together.</summary>
public static class HoursWords
{
    private static readonly IsoDayOfWeek[] Week =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Of(WorkWeek hours, Texts texts) => string.Join("; ", Stretches(hours)
        .Select(stretch => texts["setup.hours_line", Days(stretch.From, stretch.To, texts), string.Join(", ", stretch.Shifts.Select(shift => Shift(shift, texts)))]));

    /// <summary>As somebody types them: what stands in a form to be changed there.</summary>
    public static string Typed(WorkWeek hours, Texts texts) => string.Join("\n", Stretches(hours)
        .Select(stretch => $"{Typed(stretch.From, stretch.To, texts)} {string.Join(", ", stretch.Shifts.Select(shift => $"{Clock.Format(shift.From)}-{Clock.Format(shift.To)}"))}"));

    /// <summary>Neighbouring days with equal shifts; days off are left out.</summary>
    private static IEnumerable<(IsoDayOfWeek From, IsoDayOfWeek To, ValueList<Shift> Shifts)> Stretches(WorkWeek hours)
    {
        var from = 0;
        for (var day = 1; day <= Week.Length; day++)
        {
            if (day < Week.Length && hours.On(Week[day]).Equals(hours.On(Week[from])))
                continue;
            if (hours.On(Week[from]).Count > 0)
                yield return (Week[from], Week[day - 1], hours.On(Week[from]));
            from = day;
        }
    }

    private static string Days(IsoDayOfWeek from, IsoDayOfWeek to, Texts texts) =>
        from == to ? Name(from, texts) : $"{Name(from, texts)}–{Name(to, texts)}";

    private static string Typed(IsoDayOfWeek from, IsoDayOfWeek to, Texts texts) =>
        from == to ? Name(from, texts) : $"{Name(from, texts)}-{Name(to, texts)}";

    private static string Name(IsoDayOfWeek day, Texts texts) => texts.Language.DateTimeFormat.AbbreviatedDayNames[(int)day % Week.Length];

    private static string Shift(Shift shift, Texts texts) => $"{Time(shift.From, texts)}–{Time(shift.To, texts)}";

    private static string Time(LocalTime time, Texts texts) => texts.Time.Format(new LocalDate(2000, 1, 1) + time);
}
