using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Bot.Bridge;

/// <summary>A pod with a Slack channel and a Teams channel: one lead, two cards, one truth.</summary>
public sealed class BothPlatformsTests
{
    [Fact]
    public async Task Accepted_in_Teams_is_accepted_in_Slack()
    {
        await using var bot = await BothBot.Start();
        var cards = await bot.Cards();

        await bot.InTeams(SamplePod.Rosa).Press(cards.InTeams, ActionIds.Accept, cards.Lead.Value);

        await bot.UntilSlack(() => cards.InSlack.Words.Contains("Accepted by Rosa", StringComparison.Ordinal));
        await bot.UntilTeams(() => cards.InTeams.Words.Contains("Accepted by Rosa", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_step_in_one_redraws_both()
    {
        await using var bot = await BothBot.Start();
        var cards = await bot.Cards();
        await bot.InSlack(SamplePod.Rosa).Click(cards.InSlack, ActionIds.Accept);
        await bot.UntilTeams(() => cards.InTeams.Words.Contains("Accepted by Rosa", StringComparison.Ordinal));

        await bot.InTeams(SamplePod.Rosa).Press(cards.InTeams, ActionIds.Contacted, cards.Lead.Value);
        await bot.UntilSlack(() => cards.InSlack.Buttons.Any(button => button.Action == ActionIds.Qualified));

        await bot.InSlack(SamplePod.Rosa).Click(cards.InSlack, ActionIds.Qualified);
        await bot.UntilTeams(() => cards.InTeams.Buttons.Any(button => button.Verb == ActionIds.OpportunityForm));
        await bot.Quiet();
        Assert.Equal((1, 1), (bot.Slack.Workspace.In("C0EMEA").Count, bot.Connector.Teams.In(Fakes.Teams.SendingBot.Channel).Count));
    }

    [Fact]
    public async Task Of_two_who_click_at_the_same_moment_on_two_platforms_one_wins()
    {
        await using var bot = await BothBot.Start();
        for (var round = 0; round < 5; round++)
        {
            var cards = await bot.Cards($"lead{round}");

            var inTeams = bot.InTeams(SamplePod.Sam).Press(cards.InTeams, ActionIds.Accept, cards.Lead.Value);
            await Task.WhenAll(inTeams, bot.InSlack(SamplePod.Rosa).Click(cards.InSlack, ActionIds.Accept));

            var accepted = Assert.IsType<LeadState.Accepted>((await bot.Store.FindLead(cards.Lead, BothBot.Ct))!.Lead.State);
            var winner = accepted.Owned.Owner == SamplePod.Rosa.Id ? "Rosa" : "Sam";
            Assert.Equal(2, (await bot.Store.History(cards.Lead, BothBot.Ct)).Count);
            Assert.Contains($"{winner}", (await inTeams).ToJsonString(), StringComparison.Ordinal);
            await bot.UntilSlack(() => cards.InSlack.Words.Contains($"Accepted by {winner}", StringComparison.Ordinal));
            await bot.UntilTeams(() => cards.InTeams.Words.Contains($"Accepted by {winner}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_is_written_in_Teams_appears_in_Slack_as_one_line_and_nowhere_else()
    {
        await using var bot = await BothBot.Start();
        var cards = await bot.Cards();

        await bot.InTeams(SamplePod.Max).Write(cards.InTeams, "They asked for a demo on Friday.");

        await bot.UntilSlack(() => bot.Slack.Workspace.Thread(cards.InSlack).Count == 1);
        await bot.Quiet();
        Assert.Contains("Max in Teams: They asked for a demo on Friday.", Assert.Single(bot.Slack.Workspace.Thread(cards.InSlack)).Words, StringComparison.Ordinal);
        Assert.Empty(bot.Connector.Teams.Thread(cards.InTeams));
    }

    [Fact]
    public async Task What_is_written_in_Slack_appears_in_Teams_as_one_line_and_nowhere_else()
    {
        await using var bot = await BothBot.Start();
        var cards = await bot.Cards();

        await bot.InSlack(SamplePod.Rosa).Reply(cards.InSlack, "R&amp;D is asking <@U0MAX> for the deck.", "Ev1");

        await bot.UntilTeams(() => bot.Connector.Teams.Thread(cards.InTeams).Count == 1);
        await bot.Quiet();
        Assert.Contains("Rosa in Slack: R&D is asking @Max for the deck.", Assert.Single(bot.Connector.Teams.Thread(cards.InTeams)).Words, StringComparison.Ordinal);
        Assert.Empty(bot.Slack.Workspace.Thread(cards.InSlack));
    }

    [Fact]
    public async Task Words_are_forgotten_once_they_are_shown_and_the_history_never_has_them()
    {
        await using var bot = await BothBot.Start();
        var cards = await bot.Cards();

        await bot.InTeams(SamplePod.Max).Write(cards.InTeams, "They asked for a demo on Friday.");
        await bot.UntilSlack(() => bot.Slack.Workspace.Thread(cards.InSlack).Count == 1);
        await bot.Quiet();

        Assert.Null(await bot.Store.FindCarriedWords($"said/{cards.Lead.Value}/2", BothBot.Ct));
        var comment = Assert.IsType<LeadFact.Commented>((await bot.Store.History(cards.Lead, BothBot.Ct))[^1].Fact);
        Assert.DoesNotContain("demo", comment.ToString(), StringComparison.Ordinal);
    }
}
