using System.Diagnostics;
using AlignmentBot.Storage.Sqlite;

namespace AlignmentBot.Bench;

/// <summary>From nothing to the first answer of a store of 100,000 leads.</summary>
internal static class OpenBenchmark
{
    private const int Leads = 100_000;

    public static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("bench-open-").FullName;
        try
        {
            var path = Path.Combine(folder, "bot.db");
            await using (var store = await SqliteStore.Open(path, SqliteOpen.Bot, CancellationToken.None))
                await SampleLeads.Seed(store, Leads);

            var times = new List<double>();
            for (var round = 0; round < Rounds.Count; round++)
                times.Add(await Open(path));
            Console.WriteLine($"Open a store of {Leads:N0} leads ({new FileInfo(path).Length / 1_048_576} MB), write and list once: {Rounds.Median(times):N1} ms (median of {Rounds.Count}).");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> Open(string path)
    {
        var clock = Stopwatch.StartNew();
        await using var store = await SqliteStore.Open(path, SqliteOpen.Bot, CancellationToken.None);
        await store.CheckWritable(CancellationToken.None);
        await store.ListLeads(new AlignmentBot.Storage.LeadQuery(null, [], null, null, 50), CancellationToken.None);
        return clock.Elapsed.TotalMilliseconds;
    }
}
