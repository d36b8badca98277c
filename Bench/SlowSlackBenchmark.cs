using System.Diagnostics;

namespace AlignmentBot.Bench;

/// <summary>100 signed clicks a second, half of them too late, while every call of the Web API takes two seconds and a tenth of them fail:
/// how long each waits for its acknowledgement, counted from the moment at which it was to be sent.</summary>
internal static class SlowSlackBenchmark
{
    private const int PerSecond = 100;
    private const int Clicks = 1_500;
    private const int WarmUp = 500;
    private const int Connections = 32;
    private const int Repeats = 3;

    public static async Task<int> Run()
    {
        Console.WriteLine("| round | p50 ms | p99 ms | longest ms | calls of the Web API |");
        Console.WriteLine("|---|---|---|---|---|");
        for (var round = 1; round <= Repeats; round++)
        {
            await using var slack = await SlackStandIn.Start(TimeSpan.FromSeconds(2), failEvery: 10);
            await using var server = await Server.Bot((Clicks + WarmUp) / 2, slack);
            var requests = new SlackRequests();
            var prepared = Enumerable.Range(0, Clicks + WarmUp).Select(number => requests.Accept(number / 2, number % 2 == 0 ? "U0ROSA" : "U0LENA", slack.Address + "/response")).ToArray();
            await Paced(server.Port, WarmUp, number => prepared[number]);
            var times = await Paced(server.Port, Clicks, number => prepared[WarmUp + number]);
            Array.Sort(times);
            Console.WriteLine($"| {round} | {Rounds.Percentile(times, 0.5):N1} | {Rounds.Percentile(times, 0.99):N1} | {times[^1]:N1} | {slack.Calls} |");
        }

        return 0;
    }

    private static async Task<double[]> Paced(int port, int total, Func<int, byte[]> request)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => RawConnection.Open(port)));
        var times = new double[total];
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(connections.Select((connection, place) => Task.Run(async () =>
        {
            for (var i = place; i < total; i += Connections)
            {
                var due = TimeSpan.FromSeconds((double)i / PerSecond);
                if (due - clock.Elapsed is var wait && wait > TimeSpan.Zero)
                    await Task.Delay(wait);
                await connection.Send(request(i));
                times[i] = (clock.Elapsed - due).TotalMilliseconds;
            }
        })));
        foreach (var connection in connections)
            connection.Dispose();
        return times;
    }
}
