namespace AlignmentBot.Tests.Fakes.Teams;

/// <summary>What goes wrong with each call of the connector, by chance that can be had again.</summary>
public sealed class TeamsWeather(ulong seed)
{
    /// <summary>How many of a thousand calls.</summary>
    private static readonly (FakeFault Fault, int Share)[] Shares =
    [
        (FakeFault.TooMany, 30), (FakeFault.Precondition, 20), (FakeFault.ServerError, 30), (FakeFault.BadGateway, 20), (FakeFault.Unavailable, 20), (FakeFault.Cut, 40),
        (FakeFault.DoneThenCut, 20), (FakeFault.DoneThenBadGateway, 20), (FakeFault.DoneThenSilent, 12), (FakeFault.SlowBody, 70),
    ];

    private readonly Chance chance = new(seed);
    private readonly Dictionary<FakeFault, int> counts = [];
    private readonly Lock gate = new();

    public int Faults => counts.Values.Sum();

    public FakeFault Next(FakeCall call)
    {
        lock (gate)
        {
            var drawn = chance.Next(1000);
            foreach (var (fault, share) in Shares)
            {
                if ((drawn -= share) >= 0)
                    continue;
                counts[fault] = counts.GetValueOrDefault(fault) + 1;
                return fault;
            }

            return FakeFault.None;
        }
    }

    public override string ToString() => string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}"));
}
