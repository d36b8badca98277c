namespace AlignmentBot.Bench;

/// <summary>Durable clicks from signed request to acknowledgement: our bot and an app of Slack's own framework, each a process of its own, in turn.</summary>
internal static class BoltBenchmark
{
    private const int WarmUp = 5_000;
    private static readonly (int Connections, int Clicks, int BoltClicks, double Target)[] Loads = [(16, 12_000, 3_000, 6), (128, 20_000, 3_000, 10)];

    public static async Task<int> Run()
    {
        Server.BoltFolder();
        Console.WriteLine("| connections | our clicks/s | p50 / p99 ms | CPU µs | bolt clicks/s | p50 / p99 ms | CPU µs | x bolt | target |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var (connections, clicks, boltClicks, target) in Loads)
        {
            var rounds = new List<(Measured Ours, Measured Bolt)>();
            for (var round = 0; round < Rounds.Count; round++)
                rounds.Add((await Ours(connections, clicks), await Bolt(connections, boltClicks)));
            double Of(Func<(Measured Ours, Measured Bolt), double> value) => Rounds.Median(rounds.Select(value));
            Console.WriteLine(
                $"| {connections} | {Of(r => r.Ours.Speed.PerSecond):N0} | {Of(r => r.Ours.Speed.P50):N2} / {Of(r => r.Ours.Speed.P99):N2} | {Of(r => r.Ours.CpuPerClick):N0} "
                + $"| {Of(r => r.Bolt.Speed.PerSecond):N0} | {Of(r => r.Bolt.Speed.P50):N2} / {Of(r => r.Bolt.Speed.P99):N2} | {Of(r => r.Bolt.CpuPerClick):N0} "
                + $"| {Of(r => r.Ours.Speed.PerSecond / r.Bolt.Speed.PerSecond):N1} | {target} |");
        }

        return 0;
    }

    private static async Task<Measured> Ours(int connections, int clicks)
    {
        await using var slack = await SlackStandIn.Start();
        await using var server = await Server.Bot(clicks + WarmUp, slack);
        return await Measure(server, connections, clicks);
    }

    private static async Task<Measured> Bolt(int connections, int clicks)
    {
        await using var server = await Server.Bolt(clicks + WarmUp);
        return await Measure(server, connections, clicks);
    }

    private static async Task<Measured> Measure(Server server, int connections, int clicks)
    {
        var requests = new SlackRequests();
        var prepared = Enumerable.Range(0, clicks + WarmUp).Select(number => requests.Accept(number)).ToArray();
        await RawLoad.Run(server.Port, connections, WarmUp, number => prepared[number]);
        var cpu = server.Cpu;
        var speed = await RawLoad.Run(server.Port, connections, clicks, number => prepared[WarmUp + number]);
        return new Measured(speed, (server.Cpu - cpu).TotalMicroseconds / clicks);
    }

    /// <param name="CpuPerClick">The server's processor time in µs, which others on the same machine disturb less than its speed.</param>
    private sealed record Measured(Speed Speed, double CpuPerClick);
}
