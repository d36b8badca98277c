using NodaTime;

namespace AlignmentBot.Domain.Roster;

/// <summary>One stretch of work within a day, from <paramref name="From"/> (included) to <paramref name="To"/> (excluded).
/// A <paramref name="To"/> at or before <paramref name="From"/> means that the shift ends on the next day: <c>00:00-00:00</c> is the whole day.</summary>
public sealed record Shift(LocalTime From, LocalTime To);

/// <summary>The working hours of a week: several shifts a day, none on days off.</summary>
public sealed record WorkWeek(
    ValueList<Shift> Monday,
    ValueList<Shift> Tuesday,
    ValueList<Shift> Wednesday,
    ValueList<Shift> Thursday,
    ValueList<Shift> Friday,
    ValueList<Shift> Saturday,
    ValueList<Shift> Sunday)
{
    private static readonly ValueList<Shift> OfficeDay = [new Shift(new LocalTime(9, 0), new LocalTime(17, 30))];

    /// <summary>Monday to Friday, 09:00 to 17:30.</summary>
    public static readonly WorkWeek Office = new(OfficeDay, OfficeDay, OfficeDay, OfficeDay, OfficeDay, [], []);

    /// <summary>False when nobody ever works: no calendar that a deadline could be computed from.</summary>
    public bool HasShifts =>
        Monday.Count + Tuesday.Count + Wednesday.Count + Thursday.Count + Friday.Count + Saturday.Count + Sunday.Count > 0;

    public ValueList<Shift> On(IsoDayOfWeek day) => day switch
    {
        IsoDayOfWeek.Monday => Monday,
        IsoDayOfWeek.Tuesday => Tuesday,
        IsoDayOfWeek.Wednesday => Wednesday,
        IsoDayOfWeek.Thursday => Thursday,
        IsoDayOfWeek.Friday => Friday,
        IsoDayOfWeek.Saturday => Saturday,
        IsoDayOfWeek.Sunday => Sunday,
        IsoDayOfWeek.None => [],
    };
}
