using System.Diagnostics;
using System.Text;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AlignmentBot.Bench;

/// <summary>
/// Signed presses of Accept in Teams, 100 a second whatever the bot does, from the moment each is due to its answer with the decision durable,
/// while the connector takes 2 s for every call. Against an empty address of the same server. Client and server share the process and its two cores.
/// </summary>
internal static class TeamsBenchmark
{
    private const int PerSecond = 100;
    private const int Seconds = 15;
    private const int Presses = PerSecond * Seconds;
    private const int WarmUp = PerSecond * 2;

    public static async Task<int> Run()
    {
        var measured = new List<(Speed Invoke, Speed Empty)>();
        for (var round = 0; round < Rounds.Count; round++)
            measured.Add(await InFreshBot());
        double Of(Func<(Speed Invoke, Speed Empty), double> value) => Rounds.Median(measured.Select(value));
        Console.WriteLine("| signed presses/s | p50 / p99 ms | empty address p50 / p99 ms | x empty p99 |");
        Console.WriteLine("|---|---|---|---|");
        Console.WriteLine(
            $"| {Of(r => r.Invoke.PerSecond):N0} | {Of(r => r.Invoke.P50):N2} / {Of(r => r.Invoke.P99):N2} "
            + $"| {Of(r => r.Empty.P50):N2} / {Of(r => r.Empty.P99):N2} | {Of(r => r.Invoke.P99 / r.Empty.P99):N1} |");
        return 0;
    }

    private static async Task<(Speed Invoke, Speed Empty)> InFreshBot()
    {
        var folder = Directory.CreateTempSubdirectory("bench-teams-").FullName;
        await using var teams = await SlowTeams.Start();
        try
        {
            var path = Path.Combine(folder, "bot.db");
            await using (var store = await SqliteStore.Open(path, SqliteOpen.Bot, CancellationToken.None))
            {
                await SampleLeads.Seed(store, Presses + WarmUp);
                await SampleLeads.BindToTeams(store, SlowTeams.Channel, SlowTeams.Account);
            }

            await using var app = await BotHost.Build(
                [
                    "--urls", "http://127.0.0.1:0", "--Storage:Path=" + path, "--Logging:LogLevel:Default=Warning",
                    "--Teams:AppId=" + SlowTeams.AppId, "--Teams:ClientSecret=bench", "--Teams:TenantId=" + SlowTeams.Tenant,
                    "--Teams:OpenIdMetadataUrl=" + teams.MetadataUrl, "--Teams:TokenUrl=" + teams.TokenUrl, "--Teams:AllowedServiceUrls:0=" + teams.ServiceUrl,
                ],
                CancellationToken.None);
            app.MapPost("/bench/empty", (HttpContext http) => http.Request.Body.CopyToAsync(Stream.Null));
            await app.StartAsync();
            var speeds = await Measure(new Uri(app.Urls.First()), teams);
            await app.StopAsync();
            return speeds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(Speed Invoke, Speed Empty)> Measure(Uri bot, SlowTeams teams)
    {
        using var http = new HttpClient { BaseAddress = bot };
        http.DefaultRequestHeaders.Add("Authorization", "Bearer " + teams.Token());
        await AtRate(WarmUp, number => Post(http, "/api/messages", teams.Press(Presses + number)));
        var empty = await AtRate(Presses, number => Post(http, "/bench/empty", teams.Press(number)));
        var invoke = await AtRate(Presses, number => Post(http, "/api/messages", teams.Press(number)));
        return (invoke, empty);
    }

    /// <summary>Starts the work when it is due, whether or not what came before has ended: whoever waits in a queue is measured, too.</summary>
    private static async Task<Speed> AtRate(int count, Func<int, Task> work)
    {
        var times = new double[count];
        var started = Stopwatch.StartNew();
        var running = new List<Task>(count);
        for (var number = 0; number < count; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / PerSecond);
            if (due - started.Elapsed is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait);
            running.Add(One(number, due));
        }

        await Task.WhenAll(running);
        var total = started.Elapsed;
        Array.Sort(times);
        return new Speed(count / total.TotalSeconds, Rounds.Percentile(times, 0.5), Rounds.Percentile(times, 0.99));

        async Task One(int number, TimeSpan due)
        {
            await work(number);
            times[number] = (started.Elapsed - due).TotalMilliseconds;
        }
    }

    private static async Task Post(HttpClient http, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
        if (path != "/bench/empty" && !(await answer.Content.ReadAsStringAsync()).Contains(ActionIds.Undo, StringComparison.Ordinal))
            throw new InvalidOperationException("The press was refused.");
    }
}
