using System.Diagnostics;
using System.Globalization;
using AlignmentBot.Bot.Handlers;
using AlignmentBot.Bot.Handlers.Agreement;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Bot.Workers;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Bench;

/// <summary>The next hundred due steps of the ladder among a million leads, of which ten thousand have a clock that runs: claimed, decided and
/// committed by the bot's own parts, at each step of the usual ladder. And what a look costs when nothing is due.</summary>
internal static class TimersBenchmark
{
    private const int UsualLeads = 1_000_000;
    private const int Clocks = 10_000;
    private const int Batch = 100;
    private const int Looks = 2_000;
    private const int Callers = 16;
    private const double SecondsBetweenLooks = 30;

    // A Monday, 10:00 in Amsterdam: everything happens within the hours of the pod.
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 23, 9, 0);
    private static readonly Duration Lease = Duration.FromMinutes(1);

    /// <summary>The steps of the usual ladder for a decision within an hour; each moment lies behind the last lead's.</summary>
    private static readonly (string Name, Duration At)[] Steps =
    [
        ("remind those who can take it (80 %)", Duration.FromMinutes(58)),
        ("tell the team lead, mark the card (due)", Duration.FromMinutes(70)),
        ("pass it on by turn (an hour later)", Duration.FromMinutes(130)),
    ];

    public static async Task<int> Run(string? leads)
    {
        var count = leads is null ? UsualLeads : int.Parse(leads, CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("bench-timers-").FullName;
        try
        {
            await using var app = await BotHost.Build(
                [
                    "--environment", "Development", "--urls", "http://127.0.0.1:0", "--Storage:Path=" + Path.Combine(folder, "bot.db"), "--Local:SampleData=false",
                    "--Clock:Start=" + InstantPattern.General.Format(Start), "--Logging:LogLevel:Default=None",
                ],
                CancellationToken.None);
            await Measure(app.Services, count, folder);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Measure(IServiceProvider services, int leads, string folder)
    {
        var store = services.GetRequiredService<IStore>();
        await SampleLeads.Seed(store, leads);
        await HandOver(services.GetRequiredService<LeadDesk>(), leads);
        var idle = await Idle(store);
        Console.WriteLine($"| next {Batch} of {Clocks:N0} due, among {leads:N0} leads | claim | commit | claim and commit | p10 | p90 | processor | decide |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var (name, at) in Steps)
        {
            services.GetRequiredService<MovableTime>().Set(Start + at);
            Print(name, await Take(services));
        }

        Console.WriteLine($"Milliseconds, p50 where not said; processor: of claim and commit, on average. Syncs: {DiskProbe.SyncsPerSecond(folder):N0}/s. Load: {await File.ReadAllTextAsync("/proc/loadavg")}");
        Console.WriteLine($"One idle look: {idle:N0} µs of processor time; one every {SecondsBetweenLooks:N0} s is {idle / SecondsBetweenLooks / 1e6:P4} of a core.");
    }

    /// <summary>By the bot's own desk, so that each has its clock, its due date and the timer of its first step.</summary>
    private static async Task HandOver(LeadDesk desk, int from)
    {
        await Rounds.Measure(Callers, Clocks, async number =>
        {
            var command = new LeadCommand.HandOver(NewIds.Lead(), SampleLeads.Pod, 1, SampleLeads.BriefOf(from + number), null);
            await desk.HandOver(command, new LeadRequest(Door.Api, new Caller.Crm("bench"), command, null, LeadAnswers.Kept), CancellationToken.None);
        });
    }

    /// <summary>Takes one step with every clock, a hundred at a time, as the worker does.</summary>
    private static async Task<List<Turn>> Take(IServiceProvider services)
    {
        var (store, clock) = (services.GetRequiredService<IStore>(), services.GetRequiredService<BotClock>());
        var batch = new TimerBatch(store, services.GetRequiredService<TimerRoutes>(), NullLogger.Instance);
        var turns = new List<Turn>();
        while (true)
        {
            var processor = Environment.CpuUsage.TotalTime;
            var started = Stopwatch.GetTimestamp();
            var due = await store.ClaimTimers(clock.Now, Lease, Batch, CancellationToken.None);
            var claim = Stopwatch.GetElapsedTime(started);
            processor = Environment.CpuUsage.TotalTime - processor;
            if (due.Count == 0)
                return turns;
            started = Stopwatch.GetTimestamp();
            var (together, _) = await batch.Decide(due, CancellationToken.None);
            var decide = Stopwatch.GetElapsedTime(started);
            processor -= Environment.CpuUsage.TotalTime;
            started = Stopwatch.GetTimestamp();
            if ((await batch.Commit(together, CancellationToken.None)).Count > 0)
                throw new InvalidOperationException("Nobody else wrote, and yet a step was stale.");
            var commit = Stopwatch.GetElapsedTime(started);
            processor += Environment.CpuUsage.TotalTime;

            // What is said to people, and whatever is left at the end, is no batch of steps.
            if (due.Count == Batch && due.All(timer => timer.Kind == LadderTimers.Step))
                turns.Add(new Turn(claim.TotalMilliseconds, decide.TotalMilliseconds, commit.TotalMilliseconds, processor.TotalMilliseconds));
        }
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

    private static void Print(string name, List<Turn> turns)
    {
        double[] both = [.. turns.Select(turn => turn.Claim + turn.Commit).Order()];
        Console.WriteLine(
            $"| {name}: {turns.Count} batches | {Rounds.Median(turns.Select(turn => turn.Claim)):N2} | {Rounds.Median(turns.Select(turn => turn.Commit)):N2} | {Rounds.Median(both):N2} "
            + $"| {Rounds.Percentile(both, 0.1):N2} | {Rounds.Percentile(both, 0.9):N2} | {turns.Average(turn => turn.Processor):N2} | {Rounds.Median(turns.Select(turn => turn.Decide)):N2} |");
    }

    private sealed record Turn(double Claim, double Decide, double Commit, double Processor);
}
