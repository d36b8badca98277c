using AlignmentBot.Storage.Sqlite;

namespace AlignmentBot.Bench;

/// <summary>Accept decisions through the store, against the disk's sync rate and against one transaction per call.</summary>
internal static class StoreBenchmark
{
    private static readonly (int Callers, int Decisions, int PlainDecisions, double Target)[] Loads =
    [
        (1, 3_000, 2_000, 0.5),
        (16, 20_000, 4_000, 3.5),
        (64, 40_000, 4_000, 6),
    ];

    public static async Task<int> Run()
    {
        var measured = Loads.ToDictionary(load => load.Callers, _ => new List<(Speed Grouped, Speed Plain, double Syncs)>());
        for (var round = 0; round <= Rounds.Count; round++)
        {
            foreach (var load in Loads)
            {
                var grouped = await InFreshStore(load.Decisions, (store, _) => Rounds.Measure(
                    load.Callers, load.Decisions, i => SampleLeads.Accept(store, i, commit => store.Commit(commit, CancellationToken.None))));
                var plain = await InFreshStore(load.PlainDecisions, (store, path) => Plain(store, path, load.Callers, load.PlainDecisions));

                // The first round warms up.
                if (round > 0)
                    measured[load.Callers].Add((grouped.Speed, plain.Speed, (grouped.Syncs + plain.Syncs) / 2));
            }
        }

        Print(measured);
        return 0;
    }

    private static async Task<Speed> Plain(SqliteStore store, string path, int callers, int decisions)
    {
        using var oneByOne = new OneByOne(path);
        return await Rounds.Measure(callers, decisions, i => SampleLeads.Accept(store, i, oneByOne.Commit));
    }

    private static async Task<(Speed Speed, double Syncs)> InFreshStore(int leads, Func<SqliteStore, string, Task<Speed>> measure)
    {
        var folder = Directory.CreateTempSubdirectory("bench-store-").FullName;
        try
        {
            var path = Path.Combine(folder, "bot.db");
            await using var store = await SqliteStore.Open(path, SqliteOpen.Bot, CancellationToken.None);
            await SampleLeads.Seed(store, leads);
            var before = DiskProbe.SyncsPerSecond(folder);
            var speed = await measure(store, path);
            return (speed, (before + DiskProbe.SyncsPerSecond(folder)) / 2);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(Dictionary<int, List<(Speed Grouped, Speed Plain, double Syncs)>> measured)
    {
        Console.WriteLine("| callers | decisions/s | p50 / p99 ms | one by one/s | p50 / p99 ms | syncs/s | x syncs | target | x one by one |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var (callers, _, _, target) in Loads)
        {
            var rounds = measured[callers];
            double Of(Func<(Speed Grouped, Speed Plain, double Syncs), double> value) => Rounds.Median(rounds.Select(value));
            Console.WriteLine(
                $"| {callers} | {Of(r => r.Grouped.PerSecond):N0} | {Of(r => r.Grouped.P50):N2} / {Of(r => r.Grouped.P99):N2} "
                + $"| {Of(r => r.Plain.PerSecond):N0} | {Of(r => r.Plain.P50):N2} / {Of(r => r.Plain.P99):N2} | {Of(r => r.Syncs):N0} "
                + $"| {Of(r => r.Grouped.PerSecond / r.Syncs):N2} | {target} | {Of(r => r.Grouped.PerSecond / r.Plain.PerSecond):N1} |");
        }
    }
}
