using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>One pod in a Slack channel and in a Teams channel, and many who press at the same moment.</summary>
public sealed class RaceTests
{
    [Fact]
    public async Task Of_fifty_who_press_at_once_on_both_one_wins()
    {
        await using var slack = await FakeSlack.Start();
        await using var bot = await Start(slack);
        var lead = await bot.HandOver();
        var card = await SlackCard(slack, lead.Value);
        using var http = new HttpClient { BaseAddress = bot.Address };
        var sam = new SlackPerson(SlackBot.UserOf(SamplePod.Sam), new SlackDoor(http, slack), slack);
        var clicks = Enumerable.Range(0, 25).Select(_ => sam.ClickOn(card, ActionIds.Accept)).ToList();

        var inSlack = clicks.Select(click => Task.Run(() => sam.Press(click)));
        var inTeams = Enumerable.Range(0, 25).Select(number => Task.Run(() => bot.As(SamplePod.Rosa).Press(ActionIds.Accept, lead, $"token-{number}")));
        await Task.WhenAll(inSlack.Concat<Task>(inTeams));

        var winner = Assert.IsType<LeadState.Accepted>(await bot.StateOf(lead)).Owned.Owner;
        Assert.Contains(winner, new[] { SamplePod.Rosa.Id, SamplePod.Sam.Id });
        Assert.Equal(2, (await bot.Store.History(lead, TeamsBot.Ct)).Count);
    }

    private static async Task<TeamsBot> Start(FakeSlack slack)
    {
        var bot = await TeamsBot.Start(
            null, $"--Slack:BotToken={FakeSlack.BotToken}", $"--Slack:SigningSecret={SlackDoor.Secret}", $"--Slack:ApiBaseUrl={slack.Api}", "--Slack:MessageGap=00:00:00");
        await bot.Store.SavePod(SamplePod.Emea with { TeamsChannel = TeamsBot.Channel, SlackChannel = SlackBot.Channel }, TeamsBot.Ct);
        foreach (var member in SamplePod.Everybody)
            await bot.Store.SaveMember(member with { TeamsUser = TeamsBot.AccountOf(member), SlackUser = SlackBot.UserOf(member) }, TeamsBot.Ct);
        return bot;
    }

    private static async Task<FakeMessage> SlackCard(FakeSlack slack, string lead)
    {
        FakeMessage? card = null;
        await slack.Workspace.Until(() => (card = slack.Workspace.In(SlackBot.Channel).FirstOrDefault(message => message.Buttons.Any(button => button.Value == lead))) is not null, TeamsBot.Ct);
        return card!;
    }
}
