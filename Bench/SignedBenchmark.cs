using AlignmentBot.Bot.Hosting;
using AlignmentBot.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AlignmentBot.Bench;

/// <summary>The way of a signed click, step by step, within one server: an empty address that takes the same bytes; the signature checked, the
/// form decoded and read, and acknowledged; the decision made durable and acknowledged.</summary>
internal static class SignedBenchmark
{
    private const int WarmUp = 2_000;
    private const int Empty = 20_000;
    private static readonly (int Connections, int Clicks, double Target)[] Loads = [(1, 2_000, 0), (16, 12_000, 0.5), (128, 20_000, 0.7)];

    public static async Task<int> Run()
    {
        Console.WriteLine("| connections | empty/s | acknowledged/s | x empty | durable/s | p50 / p99 ms | x acknowledged | target |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var (connections, clicks, target) in Loads)
        {
            var rounds = new List<(Speed Empty, Speed Ack, Speed Durable)>();
            for (var round = 0; round < Rounds.Count; round++)
                rounds.Add(await InFreshBot(connections, clicks));
            double Of(Func<(Speed Empty, Speed Ack, Speed Durable), double> value) => Rounds.Median(rounds.Select(value));
            Console.WriteLine(
                $"| {connections} | {Of(r => r.Empty.PerSecond):N0} | {Of(r => r.Ack.PerSecond):N0} | {Of(r => r.Ack.PerSecond / r.Empty.PerSecond):N2} | {Of(r => r.Durable.PerSecond):N0} "
                + $"| {Of(r => r.Durable.P50):N2} / {Of(r => r.Durable.P99):N2} | {Of(r => r.Durable.PerSecond / r.Ack.PerSecond):N2} | {(target > 0 ? target : "–")} |");
        }

        return 0;
    }

    private static async Task<(Speed Empty, Speed Ack, Speed Durable)> InFreshBot(int connections, int clicks)
    {
        var folder = Directory.CreateTempSubdirectory("bench-signed-").FullName;
        await using var slack = await SlackStandIn.Start();
        try
        {
            var path = Path.Combine(folder, "bot.db");
            await using (var store = await SqliteStore.Open(path, SqliteOpen.Bot, CancellationToken.None))
                await SampleLeads.Seed(store, clicks + WarmUp);
            await using var app = await BotHost.Build(
                [
                    "--urls=http://127.0.0.1:0", "--Storage:Path=" + path, "--Slack:BotToken=xoxb-bench", "--Slack:SigningSecret=" + SlackRequests.Secret,
                    $"--Slack:ApiBaseUrl={slack.Address}/api/", "--Logging:LogLevel:Default=None",
                ],
                CancellationToken.None);
            app.MapPost("/bench/empty", (HttpContext http) => http.Request.Body.CopyToAsync(Stream.Null));
            await app.StartAsync();
            var speeds = await Measure(new Uri(app.Urls.First()).Port, connections, clicks);
            await app.StopAsync();
            return speeds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(Speed Empty, Speed Ack, Speed Durable)> Measure(int port, int connections, int clicks)
    {
        var requests = new SlackRequests();
        var closed = requests.Closed();
        var bare = SlackRequests.To("/bench/empty", requests.Accept(0));
        var prepared = Enumerable.Range(0, clicks + WarmUp).Select(number => requests.Accept(number)).ToArray();
        await RawLoad.Run(port, connections, WarmUp, _ => bare);
        await RawLoad.Run(port, connections, WarmUp, _ => closed);
        await RawLoad.Run(port, connections, WarmUp, number => prepared[number]);
        var empty = await RawLoad.Run(port, connections, Empty, _ => bare);
        var ack = await RawLoad.Run(port, connections, Empty, _ => closed);
        var durable = await RawLoad.Run(port, connections, clicks, number => prepared[WarmUp + number]);
        return (empty, ack, durable);
    }
}
