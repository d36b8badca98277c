namespace AlignmentBot.Bench;

/// <summary>Durable clicks from signed request to acknowledgement: our bot and an app of Slack's own framework, each a process of its own, in turn.</summary>
internal static class BoltBenchmark
{
    private const int WarmUp = 2_000;
    private static readonly (int Connections, int Clicks, int BoltClicks, double Target)[] Loads = [(16, 12_000, 3_000, 6), (128, 20_000, 3_000, 10)];

    public static async Task<int> Run()
    {
        Server.BoltFolder();
        Console.WriteLine("| connections | our clicks/s | p50 / p99 ms | bolt clicks/s | p50 / p99 ms | x bolt | target |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var (connections, clicks, boltClicks, target) in Loads)
        {
            var rounds = new List<(Speed Ours, Speed Bolt)>();
            for (var round = 0; round < Rounds.Count; round++)
                rounds.Add((await Ours(connections, clicks), await Bolt(connections, boltClicks)));
            double Of(Func<(Speed Ours, Speed Bolt), double> value) => Rounds.Median(rounds.Select(value));
            Console.WriteLine(
                $"| {connections} | {Of(r => r.Ours.PerSecond):N0} | {Of(r => r.Ours.P50):N2} / {Of(r => r.Ours.P99):N2} "
                + $"| {Of(r => r.Bolt.PerSecond):N0} | {Of(r => r.Bolt.P50):N2} / {Of(r => r.Bolt.P99):N2} | {Of(r => r.Ours.PerSecond / r.Bolt.PerSecond):N1} | {target} |");
        }

        return 0;
    }

    private static async Task<Speed> Ours(int connections, int clicks)
    {
        await using var slack = await SlackStandIn.Start();
        await using var server = await Server.Bot(clicks + WarmUp, slack);
        return await Measure(server, connections, clicks);
    }

    private static async Task<Speed> Bolt(int connections, int clicks)
    {
        await using var server = await Server.Bolt(clicks + WarmUp);
        return await Measure(server, connections, clicks);
    }

    private static async Task<Speed> Measure(Server server, int connections, int clicks)
    {
        var requests = new SlackRequests();
        var prepared = Enumerable.Range(0, clicks + WarmUp).Select(number => requests.Accept(number)).ToArray();
        await RawLoad.Run(server.Port, connections, WarmUp, number => prepared[number]);
        return await RawLoad.Run(server.Port, connections, clicks, number => prepared[WarmUp + number]);
    }
}
