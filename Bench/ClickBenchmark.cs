using System.Net.Http.Json;
using System.Text.Json;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AlignmentBot.Bench;

/// <summary>A click at the local page, from the request to the durable answer, against an empty address of the same server.
/// Client and server share the process and its two cores, so both columns carry the client's cost.</summary>
internal static class ClickBenchmark
{
    private const int Clicks = 4_000;
    private static readonly int[] Connections = [1, 16, 128];

    public static async Task<int> Run()
    {
        var measured = Connections.ToDictionary(count => count, _ => new List<(Speed Click, Speed Empty)>());
        for (var round = 0; round <= Rounds.Count; round++)
        {
            foreach (var connections in Connections)
            {
                var speeds = await InFreshBot(connections);

                // The first round warms up.
                if (round > 0)
                    measured[connections].Add(speeds);
            }
        }

        Print(measured);
        return 0;
    }

    private static async Task<(Speed Click, Speed Empty)> InFreshBot(int connections)
    {
        var folder = Directory.CreateTempSubdirectory("bench-click-").FullName;
        try
        {
            var path = Path.Combine(folder, "bot.db");
            await using (var store = await SqliteStore.Open(path, SqliteOpen.Bot, CancellationToken.None))
                await SampleLeads.Seed(store, Clicks);
            await using var app = await BotHost.Build(
                ["--urls", "http://127.0.0.1:0", "--Storage:Path=" + path, "--Logging:LogLevel:Default=Warning"], CancellationToken.None);
            app.MapPost("/bench/empty", (HttpContext http) => http.Request.Body.CopyToAsync(Stream.Null));
            await app.StartAsync();
            var speeds = await Measure(new Uri(app.Urls.Single()), connections);
            await app.StopAsync();
            return speeds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(Speed Click, Speed Empty)> Measure(Uri bot, int connections)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections }) { BaseAddress = bot };
        var token = await http.GetFromJsonAsync<JsonElement>("/local/token");
        http.DefaultRequestHeaders.Add("X-Local-Token", token.GetProperty("value").GetString());

        var empty = await Rounds.Measure(connections, Clicks, number => Post(http, "/bench/empty", number));
        var click = await Rounds.Measure(connections, Clicks, number => Post(http, "/local/click", number));
        return (click, empty);
    }

    private static async Task Post(HttpClient http, string path, int number)
    {
        var press = new { pod = SampleLeads.PodName, persona = SampleLeads.RepName, delivery = $"press-{number}", action = ActionIds.Accept, value = SampleLeads.Id(number).Value };
        using var answer = await http.PostAsJsonAsync(path, press);
        answer.EnsureSuccessStatusCode();
        if (path != "/bench/empty" && !(await answer.Content.ReadAsStringAsync()).Contains("redraw", StringComparison.Ordinal))
            throw new InvalidOperationException("The click was refused.");
    }

    private static void Print(Dictionary<int, List<(Speed Click, Speed Empty)>> measured)
    {
        Console.WriteLine("| connections | durable clicks/s | p50 / p99 ms | empty/s | p50 / p99 ms | x empty |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var (connections, rounds) in measured)
        {
            double Of(Func<(Speed Click, Speed Empty), double> value) => Rounds.Median(rounds.Select(value));
            Console.WriteLine(
                $"| {connections} | {Of(r => r.Click.PerSecond):N0} | {Of(r => r.Click.P50):N2} / {Of(r => r.Click.P99):N2} "
                + $"| {Of(r => r.Empty.PerSecond):N0} | {Of(r => r.Empty.P50):N2} / {Of(r => r.Empty.P99):N2} | {Of(r => r.Click.PerSecond / r.Empty.PerSecond):N2} |");
        }
    }
}
