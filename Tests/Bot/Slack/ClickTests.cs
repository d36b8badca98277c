using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>The buttons of a card in the channel.</summary>
public sealed class ClickTests
{
    [Fact]
    public async Task New_lead_appears_as_a_card_with_its_words_and_its_effect()
    {
        await using var bot = await SlackBot.Start();

        var card = await bot.Card();

        Assert.Contains("Example Ltd", card.Words, StringComparison.Ordinal);
        Assert.Equal("slack:lead/adaxxxxxxx/v1", card.Effect);
        Assert.Contains("Example Ltd", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accept_is_one_click_and_the_card_names_the_winner()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();

        var reply = await bot.As(SamplePod.Rosa).Click(card, ActionIds.Accept);

        Assert.Equal((200, string.Empty), (reply.Status, reply.Body));
        Assert.IsType<LeadState.Accepted>(await bot.StateOf(new LeadId("adaxxxxxxx")));
        await bot.Until(() => card.Words.Contains("Rosa", StringComparison.Ordinal) && card.Buttons.All(button => button.Action != ActionIds.Accept));
    }

    [Fact]
    public async Task Fifty_who_click_at_once_have_one_winner_and_49_courteous_answers()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();
        var click = bot.As(SamplePod.Rosa).ClickOn(card, ActionIds.Accept);
        var sam = bot.As(SamplePod.Sam);

        var clicks = Enumerable.Range(0, 50).Select(_ => sam.ClickOn(card, ActionIds.Accept)).ToList();
        clicks[17] = click;
        var replies = await Task.WhenAll(clicks.Select(sam.Press));

        Assert.All(replies, reply => Assert.Equal(200, reply.Status));
        Assert.Equal(2, (await bot.Store.History(new LeadId("adaxxxxxxx"), SlackBot.Ct)).Count);
        await bot.Until(() => bot.Workspace.Ephemerals.Count == 49);
        Assert.All(bot.Workspace.Ephemerals, told => Assert.Contains("accepted this lead", told.Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Same_delivery_twice_is_answered_alike_and_done_once()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();
        var rosa = bot.As(SamplePod.Rosa);
        var click = rosa.ClickOn(card, ActionIds.Accept);

        var first = await rosa.Press(click);
        var second = await rosa.Press(click);

        Assert.Equal(first, second);
        Assert.Equal(2, (await bot.Store.History(new LeadId("adaxxxxxxx"), SlackBot.Ct)).Count);
        Assert.Empty(bot.Workspace.Ephemerals);
    }

    [Fact]
    public async Task Marketer_who_presses_accept_is_told_who_may()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();

        await bot.As(SamplePod.Max).Click(card, ActionIds.Accept);

        await bot.Until(() => bot.Workspace.Ephemerals.Count == 1);
        var told = bot.Workspace.Ephemerals[0];
        Assert.Equal(SlackBot.UserOf(SamplePod.Max), told.User);
        Assert.Contains("ales", told.Words, StringComparison.Ordinal);
        Assert.IsType<LeadState.Offered>(await bot.StateOf(new LeadId("adaxxxxxxx")));
    }

    [Fact]
    public async Task Stranger_is_told_that_they_are_on_no_roster()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();

        await bot.As("U0NOBODY").Click(card, ActionIds.Accept);

        await bot.Until(() => bot.Workspace.Ephemerals.Any(told => told.Words.Contains("roster", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Button_from_another_age_gets_a_sentence()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();
        var click = bot.As(SamplePod.Rosa).ClickOn(card, ActionIds.Accept);
        click["actions"]![0]!["action_id"] = "lead.accept.v0";

        var reply = await bot.As(SamplePod.Rosa).Press(click);

        Assert.Equal(200, reply.Status);
        await bot.Until(() => bot.Workspace.Ephemerals.Count == 1);
    }

    [Fact]
    public async Task Who_decided_can_undo_and_the_card_is_offered_again()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();
        var rosa = bot.As(SamplePod.Rosa);
        await rosa.Click(card, ActionIds.Accept);
        await bot.Until(() => card.Buttons.Any(button => button.Action == ActionIds.Undo));

        await rosa.Click(card, ActionIds.Undo);

        await bot.Until(() => card.Buttons.Any(button => button.Action == ActionIds.Accept));
        Assert.IsType<LeadState.Offered>(await bot.StateOf(new LeadId("adaxxxxxxx")));
    }

    [Fact]
    public async Task Answer_to_somebody_else_comes_by_the_web_api_when_there_is_no_response_address()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();
        var click = bot.As(SamplePod.Max).ClickOn(card, ActionIds.Accept);
        click["response_url"] = "https://example.com/steal";

        await bot.As(SamplePod.Max).Press(click);

        await bot.Until(() => bot.Workspace.Ephemerals.Count == 1);
        Assert.Equal(1, bot.Slack.Count("chat.postEphemeral"));
    }
}
