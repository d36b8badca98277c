using AlignmentBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace AlignmentBot.Bench;

/// <summary>What the mark "this lead has changed" adds to a decision: leads without a mark, which the decision writes, beside leads that have one, where
/// it only looks.</summary>
internal static class MarkBenchmark
{
    private const int Decisions = 8_000;
    private static readonly int[] Callers = [1, 16];

    public static async Task<int> Run()
    {
        Console.WriteLine("| callers | decisions/s, mark written | p50 / p99 ms | decisions/s, mark there | p50 / p99 ms | written / there |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var callers in Callers)
        {
            var rounds = new List<(Speed Written, Speed There)>();
            for (var round = 0; round <= Rounds.Count; round++)
            {
                var pair = (await InFreshStore(callers, marked: false), await InFreshStore(callers, marked: true));

                // The first round warms up.
                if (round > 0)
                    rounds.Add(pair);
            }

            double Of(Func<(Speed Written, Speed There), double> value) => Rounds.Median(rounds.Select(value));
            Console.WriteLine(
                $"| {callers} | {Of(r => r.Written.PerSecond):N0} | {Of(r => r.Written.P50):N2} / {Of(r => r.Written.P99):N2} "
                + $"| {Of(r => r.There.PerSecond):N0} | {Of(r => r.There.P50):N2} / {Of(r => r.There.P99):N2} | {Of(r => r.Written.PerSecond / r.There.PerSecond):N2} |");
        }

        return 0;
    }

    private static async Task<Speed> InFreshStore(int callers, bool marked)
    {
        var folder = Directory.CreateTempSubdirectory("bench-marks-").FullName;
        try
        {
            var path = Path.Combine(folder, "bot.db");
            await using var store = await SqliteStore.Open(path, SqliteOpen.Bot, CancellationToken.None);
            await SampleLeads.Seed(store, Decisions);
            if (!marked)
                TakeMarksAway(path);
            return await Rounds.Measure(callers, Decisions, i => SampleLeads.Accept(store, i, commit => store.Commit(commit, CancellationToken.None)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Handing a lead over has marked it.</summary>
    private static void TakeMarksAway(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM stale_outlines";
        if (command.ExecuteNonQuery() != Decisions)
            throw new InvalidOperationException("Not every lead was marked.");
    }
}
