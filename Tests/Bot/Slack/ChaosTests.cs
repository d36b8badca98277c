using System.Globalization;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>
/// A bad day at Slack: whatever goes wrong with its calls, in the end every card stands there once and shows the truth. Leads in 20 channels,
/// two people at each, and one call in four fails, by chance that a seed repeats. The suite's day has 400 leads; <c>ALIGNMENTBOT_CHAOS_LEADS=2000</c>
/// makes it as full as it can be.
/// </summary>
[Collection(QuietTests.Name)]
public sealed class ChaosTests(ITestOutputHelper output)
{
    private const ulong Seed = 20261128;
    private const int Pods = 20;
    private static readonly int LeadsOfPod = (int.TryParse(Environment.GetEnvironmentVariable("ALIGNMENTBOT_CHAOS_LEADS"), NumberStyles.None, CultureInfo.InvariantCulture, out var leads) ? leads : 400) / Pods;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Every_card_stands_once_and_shows_the_true_state()
    {
        await using var bot = await SlackBot.Start(callTimeout: "00:00:01");
        var weather = new Weather(Seed);
        bot.Slack.Fault = weather.Next;
        var pods = Enumerable.Range(0, Pods).Select(PodOf).ToList();
        foreach (var pod in pods)
            await Save(bot, pod);

        var leads = pods.SelectMany(pod => Enumerable.Range(0, LeadsOfPod).Select(number => (Pod: pod, Id: new LeadId(string.Create(CultureInfo.InvariantCulture, $"{pod.Id}l{number}"))))).ToList();
        await Task.WhenAll(leads.Select(lead => HandOver(bot, lead.Pod, lead.Id)));
        await Until(() => Accepts(bot, pods).Count == leads.Count);
        var cards = Accepts(bot, pods);
        await Task.WhenAll(leads.SelectMany((lead, number) => new[]
        {
            Accept(bot, Rep(lead.Pod, 1 + (number % 2)), cards[lead.Id.Value], lead.Id, again: number % 5 == 0),
            Accept(bot, Rep(lead.Pod, 3), cards[lead.Id.Value], lead.Id, again: number % 7 == 0),
        }));

        await Until(() => Accepts(bot, pods).Count == 0);
        await AssertTruth(bot, pods, leads.Select(lead => lead.Id).ToList());
        output.WriteLine($"{leads.Count} leads, {leads.Count * 2} clicks, {bot.Slack.Calls.Count} calls, of which {weather.Faults} went wrong: {weather}");
    }

    private static Pod PodOf(int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"p{number}");
        return new Pod(new PodId(id), id, "Europe/Amsterdam") { SlackChannel = "C0" + id.ToUpperInvariant() };
    }

    private static Member Rep(Pod pod, int number) =>
        new(new MemberId(string.Create(CultureInfo.InvariantCulture, $"{pod.Id}r{number}")), pod.Id, string.Create(CultureInfo.InvariantCulture, $"r{number}@{pod.Id}.example.com"), string.Create(CultureInfo.InvariantCulture, $"Rep {number} of {pod.Id}."), Side.Sales);

    private static async Task Save(SlackBot bot, Pod pod)
    {
        await bot.Store.SavePod(pod, SlackBot.Ct);
        foreach (var number in new[] { 1, 2, 3 })
            await bot.Store.SaveMember(Rep(pod, number) with { SlackUser = SlackBot.UserOf(Rep(pod, number)) }, SlackBot.Ct);
    }

    private static Task HandOver(SlackBot bot, Pod pod, LeadId id)
    {
        var command = new LeadCommand.HandOver(id, pod, 1, SamplePod.Whole with { FirstName = id.Value, Email = id + "@example.com", Marketer = null, ExternalId = null }, null);
        return bot.Service<LeadDesk>().HandOver(command, new LeadRequest(Door.Api, new Caller.Crm("crm"), command, null, LeadAnswers.Kept), SlackBot.Ct);
    }

    private static async Task Accept(SlackBot bot, Member member, FakeMessage card, LeadId lead, bool again)
    {
        var person = bot.As(member);
        var click = person.ClickOn(card, ActionIds.Accept, lead.Value);
        Assert.Equal(200, (await person.Press(click)).Status);
        if (again)
            Assert.Equal(200, (await person.Press(click)).Status);
    }

    /// <summary>Looks now and then: to read 2,000 cards after every change would take longer than the day itself.</summary>
    private static async Task Until(Func<bool> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(SlackBot.Ct);
        limit.CancelAfter(Limit);
        while (!holds())
            await Task.Delay(TimeSpan.FromMilliseconds(250), limit.Token);
    }

    /// <summary>Where each lead that can be accepted stands.</summary>
    private static Dictionary<string, FakeMessage> Accepts(SlackBot bot, IReadOnlyList<Pod> pods) => pods
        .SelectMany(pod => bot.Workspace.In(pod.SlackChannel!))
        .SelectMany(message => message.Buttons.Where(button => button.Action == ActionIds.Accept).Select(button => (button.Value, Message: message)))
        .ToDictionary(shown => shown.Value, shown => shown.Message, StringComparer.Ordinal);

    private static async Task AssertTruth(SlackBot bot, IReadOnlyList<Pod> pods, IReadOnlyList<LeadId> ids)
    {
        var members = pods.SelectMany(pod => new[] { Rep(pod, 1), Rep(pod, 2), Rep(pod, 3) }).ToDictionary(member => member.Id);
        var shown = pods
            .SelectMany(pod => bot.Workspace.In(pod.SlackChannel!))
            .SelectMany(message => message.Buttons.Select(button => button.Value).Distinct(StringComparer.Ordinal).Select(lead => (Lead: lead, Message: message)))
            .ToLookup(place => place.Lead, place => place.Message, StringComparer.Ordinal);
        foreach (var id in ids)
        {
            var accepted = Assert.IsType<LeadState.Accepted>(await bot.StateOf(id));
            var message = Assert.Single(shown[id.Value]);
            Assert.Contains(members[accepted.Owned.Owner].Name, message.Words, StringComparison.Ordinal);
            Assert.Equal(2, (await bot.Store.History(id, SlackBot.Ct)).Count);
        }

        Assert.Empty(await bot.Store.Parked(10, SlackBot.Ct));
        var effects = bot.Workspace.Messages.Where(message => message.Effect is not null).Select(message => message.Effect).ToList();
        Assert.Equal(effects.Count, effects.Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>What goes wrong with each call, by chance that can be had again.</summary>
    private sealed class Weather(ulong seed)
    {
        /// <summary>How many of a thousand calls. A 429 closes the method for all channels for a second, so it is rare.</summary>
        private static readonly (SlackFault Fault, int Share)[] Shares =
        [
            (SlackFault.TooMany, 8), (SlackFault.ServerError, 60), (SlackFault.Cut, 50), (SlackFault.DoneThenCut, 50), (SlackFault.SlowBody, 70), (SlackFault.DoneThenSilent, 12),
        ];

        private readonly Chance chance = new(seed);
        private readonly Dictionary<SlackFault, int> counts = [];
        private readonly Lock gate = new();

        public int Faults => counts.Values.Sum();

        public SlackFault Next(string method)
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

                return SlackFault.None;
            }
        }

        public override string ToString() => string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}"));
    }
}
