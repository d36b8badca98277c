using System.Globalization;
using AlignmentBot.Bot.Channels.Teams.Outbound;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>A bad day at Teams: whatever goes wrong with its calls, in the end every lead's card stands there and shows the truth; twice only
/// where an answer was lost after the deed, which the protocol cannot heal.</summary>
public sealed class OutboundChaosTests(ITestOutputHelper output)
{
    private const string LeadsVariable = "ALIGNMENTBOT_CHAOS_LEADS";

    private static readonly FakeFault[] Weather =
    [
        FakeFault.TooMany, FakeFault.None, FakeFault.Precondition, FakeFault.None, FakeFault.ServerError, FakeFault.None, FakeFault.Cut, FakeFault.BadGateway,
        FakeFault.None, FakeFault.DoneThenCut, FakeFault.None, FakeFault.SlowBody, FakeFault.DoneThenBadGateway, FakeFault.None, FakeFault.Unavailable,
        FakeFault.DoneThenSilent, FakeFault.None,
    ];

    /// <summary>Quick by default; the full figure, 2,000 leads, by <c>ALIGNMENTBOT_CHAOS_LEADS=2000</c>.</summary>
    private static int Leads => int.TryParse(Environment.GetEnvironmentVariable(LeadsVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var leads) ? leads : 50;

    [Fact]
    public async Task Every_card_stands_there_and_shows_the_true_state()
    {
        await using var bot = await SendingBot.Start(callTimeout: "00:00:01");
        var (calls, doubled) = (0, 0);
        // Most calls in a stretch of bad weather fail; then Teams is well for a while, so that the day ends.
        bot.Connector.Fault = call =>
        {
            var number = Interlocked.Increment(ref calls);
            var fault = number / 40 % 2 == 0 ? Weather[number % Weather.Length] : FakeFault.None;
            if (fault is FakeFault.DoneThenCut or FakeFault.DoneThenBadGateway or FakeFault.DoneThenSilent && call.Method == "POST")
                Interlocked.Increment(ref doubled);
            return fault;
        };

        var ids = await Task.WhenAll(Enumerable.Range(0, Leads).Select(number => bot.HandOver($"p{number}")));
        await Task.WhenAll(ids.Select((id, number) => bot.Do(id, number % 2 == 0 ? SamplePod.Rosa : SamplePod.Sam, new LeadCommand.Accept())));
        await Calm(bot);

        foreach (var id in ids)
            await AssertTruth(bot, id);
        var cards = bot.Teams.In(SendingBot.Channel).Count(message => message.Buttons.Count > 0);
        Assert.InRange(cards, 1, ids.Length + doubled);
        output.WriteLine($"{ids.Length} leads, {bot.Connector.Calls.Count} calls, {cards} messages with cards, {doubled} posts whose answer was lost after the deed");
    }

    /// <summary>An hour passes and another, until nothing is owed and nothing waits for better weather.</summary>
    private static async Task Calm(SendingBot bot)
    {
        await Eventually.Get(
            async () =>
            {
                await bot.Service<TeamsUpkeep>().OweAgain(SendingBot.Ct);
                var depth = await bot.Store.Depth(SendingBot.Ct);
                return depth is { Owed: 0, Parked: 0 } ? depth : null;
            },
            TimeSpan.FromMinutes(10));
    }

    private static async Task AssertTruth(SendingBot bot, LeadId id)
    {
        var accepted = Assert.IsType<LeadState.Accepted>(await bot.StateOf(id));
        var owner = SamplePod.Everybody.First(member => member.Id == accepted.Owned.Owner).Name;
        var cards = bot.CardsOf(id);
        Assert.NotEmpty(cards);
        Assert.Contains(cards, card => card.Words.Contains(owner, StringComparison.Ordinal));
        Assert.DoesNotContain(cards[^1].Buttons, button => button.Verb == ActionIds.Accept && button.Value == id.Value);
    }
}
