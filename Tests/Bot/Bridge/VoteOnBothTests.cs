using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Bot.Awards;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;
using AlignmentBot.Tests.Fakes.Teams;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Bridge;

/// <summary>Who has an account on both platforms has one vote: cast in one, changed in the other.</summary>
public sealed class VoteOnBothTests
{
    private const string Ballot = "Who sees what: everybody";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_vote_of_Slack_is_changed_in_Teams_and_the_change_stands()
    {
        await using var bot = await Opened();
        var inSlack = await InSlack(bot, Max, "rosa");
        await bot.UntilSlack(() => CardOf(bot, Max)!.Words.Contains("You have voted.", StringComparison.Ordinal));

        var dialog = await bot.InTeams(Max).Open(ActionIds.VoteForm, AwardBot.November.Value);
        var inTeams = await bot.InTeams(Max).Send(dialog, FieldNames.Choice, "sam");

        Assert.Contains(VotingTests.ReceiptIn(inSlack), dialog.Body, StringComparison.Ordinal);
        Assert.Contains("Your vote for Sam is kept.", inTeams.Sentence, StringComparison.Ordinal);
        Assert.Equal(VotingTests.ReceiptIn(inSlack), VotingTests.ReceiptIn(inTeams.Sentence));
        await InSlack(bot, Mia, "sam");
        await bot.Service<DevClock>().MoveTo(Instant.FromUtc(2026, 12, 8, 9, 1), Ct);
        await bot.UntilSlack(() => bot.Slack.Workspace.In(SlackBot.Channel).Any(message => message.Words.Contains("Votes: 2 of 2. 2 of 3 voted.", StringComparison.Ordinal)));
        await bot.UntilTeams(() => bot.Connector.Teams.In(SendingBot.Channel).Any(message => message.Words.Contains("Votes: 2 of 2. 2 of 3 voted.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_ballot_stands_on_one_platform_only_and_the_round_on_both()
    {
        await using var bot = await Opened();

        await bot.UntilTeams(() => bot.Connector.Teams.In(SendingBot.Channel).Any(message => message.Words.Contains("0 of 3 have voted", StringComparison.Ordinal)));
        await bot.Quiet();

        Assert.All(Everybody, member => Assert.NotNull(CardOf(bot, member)));
        Assert.DoesNotContain(bot.Connector.Teams.Messages, message => message.Words.Contains(Ballot, StringComparison.Ordinal));
    }

    private static async Task<BothBot> Opened()
    {
        var bot = await BothBot.Start();
        await bot.Service<DevClock>().MoveTo(Morning, Ct);
        await AwardLeads.PlanNovember(bot.Store);
        await AwardLeads.HandOut(bot.Service<LeadDesk>(), bot.Store, member => new Visitor(Door.Slack, SlackBot.UserOf(member)), bot.Service<BotClock>());
        await bot.Service<DevClock>().MoveTo(Instant.FromUtc(2026, 11, 30, 9, 1), Ct);
        await bot.UntilSlack(() => Everybody.All(member => CardOf(bot, member) is not null));
        return bot;
    }

    private static async Task<string> InSlack(BothBot bot, Member by, string choice)
    {
        var open = bot.Slack.Workspace.Views.Count;
        await bot.InSlack(by).Click(CardOf(bot, by)!, ActionIds.VoteForm);
        await bot.UntilSlack(() => bot.Slack.Workspace.Views.Count > open);
        return (await bot.InSlack(by).Submit(bot.Slack.Workspace.Views[^1], (FieldNames.Choice, choice))).Body;
    }

    private static FakeMessage? CardOf(BothBot bot, Member voter) => bot.Slack.Workspace.Messages
        .LastOrDefault(message => message.Channel == "D0" + voter.Id.Value.ToUpperInvariant() && message.Words.Contains("of the month, November 2026", StringComparison.Ordinal));
}
