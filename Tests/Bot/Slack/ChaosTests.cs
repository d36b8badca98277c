using System.Globalization;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>A bad day at Slack: whatever goes wrong with its calls, in the end every card stands there once and shows the truth.</summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    private const string LeadsVariable = "ALIGNMENTBOT_CHAOS_LEADS";

    private static readonly SlackFault[] Weather =
    [
        SlackFault.TooMany, SlackFault.None, SlackFault.ServerError, SlackFault.None, SlackFault.Cut, SlackFault.None, SlackFault.DoneThenCut,
        SlackFault.None, SlackFault.SlowBody, SlackFault.None, SlackFault.DoneThenSilent, SlackFault.None, SlackFault.None,
    ];

    /// <summary>Quick by default; the full figure, 2,000 leads and 4,000 clicks, by <c>ALIGNMENTBOT_CHAOS_LEADS=2000</c>.</summary>
    private static int Leads => int.TryParse(Environment.GetEnvironmentVariable(LeadsVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var leads) ? leads : 50;

    [Fact]
    public async Task Every_card_stands_once_and_shows_the_true_state()
    {
        await using var bot = await SlackBot.Start(callTimeout: "00:00:01");
        var calls = 0;
        // Two of three calls in a stretch of bad weather fail; then Slack is well for a while, so that the day ends.
        bot.Slack.Fault = _ => Interlocked.Increment(ref calls) is var call && call / 40 % 2 == 0 ? Weather[call % Weather.Length] : SlackFault.None;

        var ids = await Task.WhenAll(Enumerable.Range(0, Leads).Select(number => bot.HandOver($"p{number}")));
        var cards = await WaitForCards(bot, ids.Length);
        await Task.WhenAll(ids.SelectMany((id, number) => new[]
        {
            Accept(bot, number % 2 == 0 ? SamplePod.Rosa : SamplePod.Sam, cards[id.Value], id),
            Accept(bot, SamplePod.Lena, cards[id.Value], id),
        }));

        await bot.Workspace.Until(() => Accepts(bot).Count == 0, TimeSpan.FromMinutes(10), SlackBot.Ct);
        await AssertTruth(bot, ids);
        output.WriteLine($"{ids.Length} leads, {ids.Length * 2} clicks, {bot.Slack.Calls.Count} calls, {bot.Workspace.In(SlackBot.Channel).Count} messages");
    }

    private static async Task Accept(SlackBot bot, Member member, FakeMessage card, LeadId lead)
    {
        var person = bot.As(member);
        var click = person.ClickOn(card, ActionIds.Accept, lead.Value);
        Assert.Equal(200, (await person.Press(click)).Status);
        Assert.Equal(200, (await person.Press(click)).Status);
    }

    private static async Task<Dictionary<string, FakeMessage>> WaitForCards(SlackBot bot, int leads)
    {
        await bot.Workspace.Until(() => Accepts(bot).Count == leads, TimeSpan.FromMinutes(10), SlackBot.Ct);
        return Accepts(bot).ToDictionary(shown => shown.Button.Value, shown => shown.Message, StringComparer.Ordinal);
    }

    private static List<(FakeMessage Message, FakeButton Button)> Accepts(SlackBot bot) => bot.Workspace.In(SlackBot.Channel)
        .SelectMany(message => message.Buttons.Where(button => button.Action == ActionIds.Accept).Select(button => (message, button)))
        .ToList();

    private static async Task AssertTruth(SlackBot bot, IReadOnlyList<LeadId> ids)
    {
        var shown = bot.Workspace.In(SlackBot.Channel)
            .SelectMany(message => message.Buttons.Select(button => button.Value).Distinct(StringComparer.Ordinal).Select(lead => (Lead: lead, Message: message)))
            .ToLookup(place => place.Lead, place => place.Message, StringComparer.Ordinal);
        foreach (var id in ids)
        {
            var accepted = Assert.IsType<LeadState.Accepted>(await bot.StateOf(id));
            var message = Assert.Single(shown[id.Value]);
            Assert.Contains(SamplePod.Everybody.First(member => member.Id == accepted.Owned.Owner).Name, message.Words, StringComparison.Ordinal);
            Assert.Equal(2, (await bot.Store.History(id, SlackBot.Ct)).Count);
        }

        Assert.Empty(await bot.Store.Parked(10, SlackBot.Ct));
        var effects = bot.Workspace.Messages.Where(message => message.Effect is not null).Select(message => message.Effect).ToList();
        Assert.Equal(effects.Count, effects.Distinct(StringComparer.Ordinal).Count());
    }
}
