using System.Diagnostics;
using System.Globalization;
using AlignmentBot.Domain;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using NodaTime;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Bench;

/// <summary>The next hundred due steps among a million leads with ten thousand clocks that run, and what a look costs when nothing is due.</summary>
internal static class TimersBenchmark
{
    private const int Leads = 1_000_000;
    private const int Clocks = 10_000;
    private const int Batch = 100;
    private const int Looks = 2_000;

    private static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly Duration Lease = Duration.FromMinutes(1);

    public static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("bench-timers-").FullName;
        try
        {
            await using var store = await SqliteStore.Open(Path.Combine(folder, "bot.db"), SqliteOpen.Bot, CancellationToken.None);
            await SampleLeads.Seed(store, Leads);
            foreach (var numbers in Enumerable.Range(0, Clocks).Chunk(1000))
                await store.Commit(new Commit { Timers = numbers.Select(TimerOf).ToValueList() }, CancellationToken.None);
            Print(await Steps(store), await Idle(store), DiskProbe.SyncsPerSecond(folder));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Claims a hundred and takes their steps: the timer moves on, and a private word waits.</summary>
    private static async Task<(double Claim, double Together, double EachAlone)> Steps(IStore store)
    {
        var (claims, together, alone) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Clocks / Batch; round++)
        {
            var now = Start + Duration.FromHours(1);
            var started = Stopwatch.GetTimestamp();
            var due = await store.ClaimTimers(now, Lease, Batch, CancellationToken.None);
            var claimed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            claims.Add(claimed);
            var one = round % 2 == 0;
            started = Stopwatch.GetTimestamp();
            if (one)
                await Task.WhenAll(due.Select(timer => store.Commit(StepOf(timer), CancellationToken.None).AsTask()));
            else
                foreach (var timer in due)
                    await store.Commit(StepOf(timer), CancellationToken.None);
            (one ? together : alone).Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds + claimed);
        }

        return (Rounds.Median(claims), Rounds.Median(together), Rounds.Median(alone));
    }

    /// <summary>What the worker does when it wakes and nothing is due, in microseconds.</summary>
    private static async Task<double> Idle(IStore store)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < Looks; i++)
        {
            await store.ClaimTimers(Start, Lease, Batch, CancellationToken.None);
            await store.NextTimerDue(CancellationToken.None);
        }

        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / Looks;
    }

    private static Commit StepOf(Timer timer) => new()
    {
        FinishedTimer = timer.Key,
        Timers = [timer with { Due = timer.Due + Duration.FromHours(4) }],
        Nudges = [new Nudge("remind/" + timer.Key, new PodId(SampleLeads.PodName), new MemberId(SampleLeads.RepName), "sla/remind/" + timer.Subject, timer.Due)],
    };

    private static Timer TimerOf(int number)
    {
        var lead = SampleLeads.Id(number);
        return new Timer($"sla/{lead}/decide", Start + Duration.FromMilliseconds(number), "sla-step", string.Create(CultureInfo.InvariantCulture, $"{lead}/decide/{number}/0"));
    }

    private static void Print((double Claim, double Together, double EachAlone) steps, double idle, double syncs)
    {
        Console.WriteLine("| next 100 of 10,000 due, among 1,000,000 leads | ms, p50 |");
        Console.WriteLine("|---|---|");
        Console.WriteLine($"| claimed, durably | {steps.Claim:N2} |");
        Console.WriteLine($"| claimed and their steps committed together | {steps.Together:N2} |");
        Console.WriteLine($"| claimed and each step committed alone | {steps.EachAlone:N2} |");
        Console.WriteLine($"One idle look: {idle:N0} µs of processor time; one every 30 s is {idle / 300_000:P4} of a core. Syncs: {syncs:N0}/s.");
    }
}
