using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AlignmentBot.Tests.Domain.Time;

/// <summary>Random calendars and moments around the days on which clocks are moved. The seed is fixed, so that every run is the same.</summary>
internal static class Calendars
{
    private const ulong Seed = 20261101;

    /// <summary>Zones with their oddest days: half an hour of daylight saving, daylight saving that pauses for Ramadan, a quarter of an hour
    /// once and for all, a day that never was, midnights that never were, and the plain cases.</summary>
    private static readonly (string Zone, LocalDate Day)[] OddDays =
    [
        ("Australia/Lord_Howe", new(2026, 4, 5)), ("Australia/Lord_Howe", new(2026, 10, 4)),
        ("Africa/Casablanca", new(2026, 2, 15)), ("Africa/Casablanca", new(2026, 3, 22)),
        ("Asia/Kathmandu", new(1986, 1, 1)), ("Asia/Kathmandu", new(2026, 11, 20)),
        ("Pacific/Apia", new(2011, 12, 30)), ("Pacific/Kwajalein", new(1993, 8, 21)),
        ("America/Sao_Paulo", new(2018, 11, 4)), ("America/Sao_Paulo", new(2018, 2, 18)),
        ("Europe/Amsterdam", new(2026, 3, 29)), ("Europe/Amsterdam", new(2026, 10, 25)),
        ("America/New_York", new(2026, 3, 8)), ("America/New_York", new(2026, 11, 1)),
    ];

    private static readonly Gen<Shift> SomeShift =
        from start in Gen.Choose(0, 24 * 4 - 1)
        from length in Gen.Frequency((6, Gen.Choose(1, 40)), (1, Gen.Constant(24 * 4)))
        select new Shift(Quarter(start), Quarter((start + length) % (24 * 4)));

    private static readonly Gen<ValueList<Shift>> SomeShifts = Gen.Frequency(
        (2, Gen.Constant(0)), (3, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Constant(3)))
        .SelectMany(count => SomeShift.ListOf(count)).Select(shifts => shifts.ToValueList());

    private static readonly Gen<WorkWeek> SomeWeek = Gen.Frequency(
        (3, Gen.Constant(WorkWeek.Office)),
        (1, Gen.Constant(EveryDay(new Shift(LocalTime.Midnight, LocalTime.Midnight)))),
        (1, Gen.Constant(EveryDay(new Shift(new LocalTime(22, 0), new LocalTime(6, 0))))),
        (6, SomeShifts.ListOf(7).Select(days => new WorkWeek(days[0], days[1], days[2], days[3], days[4], days[5], days[6]))));

    /// <summary>Holds a claim against so many random situations.</summary>
    public static void All(int situations, Action<Situation> claim) => Prop
        .ForAll(Arb.From(SomeSituation), claim)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(situations).WithReplay(Seed, 1));

    public static WorkWeek EveryDay(params ValueList<Shift> shifts) => new(shifts, shifts, shifts, shifts, shifts, shifts, shifts);

    private static Gen<Situation> SomeSituation =>
        from place in Gen.Elements(OddDays)
        from calendar in SomeCalendar(place.Zone, place.Day)
        from other in SomeCalendar("Europe/Amsterdam", place.Day)
        from before in Gen.Choose(-3 * 24 * 60, 2 * 24 * 60)
        from length in Gen.Choose(0, 5 * 24 * 60)
        from cut in Gen.Choose(0, length)
        from working in Gen.Choose(1, 20 * 60)
        select new Situation(calendar, other, Noon(place.Zone, place.Day) + Duration.FromMinutes(before), length, cut, Duration.FromMinutes(working), place.Day);

    private static Gen<WorkCalendar> SomeCalendar(string zone, LocalDate day) =>
        from week in SomeWeek
        from holidays in Gen.Choose(-3, 4).ListOf(2)
        from away in Gen.Choose(-3, 4)
        from days in Gen.Choose(-3, 2)
        select new WorkCalendar(
            DateTimeZoneProviders.Tzdb[zone],
            week,
            holidays.Where(after => after < 2).Select(after => day.PlusDays(after)).ToValueList(),
            days < 0 ? [] : [new DaysOff(day.PlusDays(away), day.PlusDays(away + days), null)]);

    private static Instant Noon(string zone, LocalDate day) => day.At(LocalTime.Noon).InZoneLeniently(DateTimeZoneProviders.Tzdb[zone]).ToInstant();

    private static LocalTime Quarter(int quarter) => LocalTime.Midnight.PlusMinutes(quarter * 15);
}

/// <summary>A calendar, another one beside it, and a stretch of time near an odd day.</summary>
internal sealed record Situation(WorkCalendar Calendar, WorkCalendar Other, Instant From, int Minutes, int Cut, Duration Working, LocalDate OddDay)
{
    public Instant To => From + Duration.FromMinutes(Minutes);

    public Instant Middle => From + Duration.FromMinutes(Cut);
}
