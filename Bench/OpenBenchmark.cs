using System.Diagnostics;
using AlignmentBot.Storage.Sqlite;

namespace AlignmentBot.Bench;

/// <summary>From nothing to the first answer with 100,000 leads: of the store alone, and of the whole bot as a process.</summary>
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

            var starts = new List<double>();
            for (var round = 0; round < Rounds.Count; round++)
                starts.Add(await StartBot(path));
            Console.WriteLine($"Start the bot on it until /health/ready answers: {Rounds.Median(starts):N0} ms (median of {Rounds.Count}).");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> StartBot(string path)
    {
        const string url = "http://127.0.0.1:5097";
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        var clock = Stopwatch.StartNew();
        using var bot = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AlignmentBot.Bot.dll"), "--Storage:Path=" + path, "--urls", url])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        while (!await IsReady(http))
            await Task.Delay(5);
        var took = clock.Elapsed.TotalMilliseconds;
        bot.Kill();
        await bot.WaitForExitAsync();
        return took;
    }

    private static async Task<bool> IsReady(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
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
