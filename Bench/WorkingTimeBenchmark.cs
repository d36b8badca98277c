using System.Diagnostics;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Bench;

/// <summary>What working time costs: a deadline, a month, ten years, against one question to the zone, which each of them asks at least once.</summary>
internal static class WorkingTimeBenchmark
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 20, 16, 3);

    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    public static int Run()
    {
        var holidays = Enumerable.Range(0, 30).Select(day => new LocalDate(2026, 12, 1).PlusDays(day * 37));
        var pod = new WorkCalendar(Amsterdam, WorkWeek.Office, [.. holidays], []);
        var rep = pod with { Zone = DateTimeZoneProviders.Tzdb["America/New_York"] };
        (string Name, int Turns, Action Work)[] variants =
        [
            ("one question to the zone", 1_000_000, () => Amsterdam.GetZoneInterval(Start)),
            ("due in 1 h, over a weekend", 100_000, () => WorkingTime.DueAt(Start, Duration.FromHours(1), pod)),
            ("due in 40 h, pod and rep elsewhere", 10_000, () => WorkingTime.DueAt(Start, Duration.FromHours(40), pod, rep)),
            ("a month measured", 10_000, () => WorkingTime.Between(Start, Start + Duration.FromDays(30), pod)),
            ("ten years measured", 100, () => WorkingTime.Between(Start, Start + WorkingTime.Horizon, pod)),
            ("never, within the horizon", 100, () => WorkingTime.NextStart(Start, pod, pod with { Week = Weekend })),
        ];

        var measured = variants.ToDictionary(variant => variant.Name, _ => new List<double>(), StringComparer.Ordinal);
        for (var round = 0; round <= Rounds.Count; round++)
        {
            foreach (var (name, turns, work) in variants)
            {
                var micros = Measure(turns, work);

                // The first round warms up.
                if (round > 0)
                    measured[name].Add(micros);
            }
        }

        var zone = Rounds.Median(measured[variants[0].Name]);
        Console.WriteLine("| question | µs | x one question to the zone |");
        Console.WriteLine("|---|---|---|");
        foreach (var (name, _, _) in variants)
            Console.WriteLine($"| {name} | {Rounds.Median(measured[name]):N2} | {Rounds.Median(measured[name]) / zone:N0} |");
        return 0;
    }

    private static WorkWeek Weekend { get; } = new([], [], [], [], [], WorkWeek.Office.Monday, WorkWeek.Office.Monday);

    private static double Measure(int turns, Action work)
    {
        var started = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < turns; turn++)
            work();
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / turns;
    }
}
