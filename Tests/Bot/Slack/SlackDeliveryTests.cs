using System.Text.Json.Nodes;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>What is owed arrives once, whatever Slack does meanwhile.</summary>
public sealed class SlackDeliveryTests
{
    [Theory]
    [InlineData(SlackFault.TooMany)]
    [InlineData(SlackFault.ServerError)]
    [InlineData(SlackFault.Cut)]
    [InlineData(SlackFault.DoneThenCut)]
    [InlineData(SlackFault.DoneThenSilent)]
    [InlineData(SlackFault.SlowBody)]
    public async Task Card_arrives_exactly_once_after_a(SlackFault fault)
    {
        await using var bot = await SlackBot.Start(callTimeout: "00:00:01");
        var left = 1;
        bot.Slack.Fault = method => method == "chat.postMessage" && Interlocked.Decrement(ref left) == 0 ? fault : SlackFault.None;

        var card = await bot.Card();
        await bot.As(SamplePod.Rosa).Click(card, ActionIds.Accept);

        await bot.Until(() => card.Edits > 0 && card.Words.Contains("Rosa", StringComparison.Ordinal));
        Assert.Single(bot.Workspace.In(SlackBot.Channel));
    }

    [Fact]
    public async Task Line_in_a_thread_whose_answer_was_lost_is_found_in_the_thread()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();
        var rosa = bot.As(SamplePod.Rosa);
        await rosa.Click(card, ActionIds.RejectForm);
        await bot.Until(() => bot.Workspace.Views.Count == 1);
        bot.Slack.Fault = method => method == "chat.postMessage" && !bot.Slack.Calls.Contains("conversations.replies") ? SlackFault.DoneThenCut : SlackFault.None;

        await rosa.Submit(bot.Workspace.Views[0], (FieldNames.Reason, "no_budget"));

        await bot.Until(() => bot.Slack.Calls.Contains("conversations.replies"));
        await rosa.Click(card, ActionIds.Undo);
        await bot.Until(() => bot.Workspace.Thread(card).Count > 1);
        Assert.Equal(bot.Workspace.Thread(card).Count, bot.Workspace.Thread(card).DistinctBy(line => line.Effect).Count());
    }

    [Fact]
    public async Task Private_message_whose_answer_was_lost_is_found_in_its_conversation()
    {
        await using var bot = await SlackBot.Start();
        await bot.Service<DevClock>().MoveTo(SamplePod.Morning, SlackBot.Ct);
        var card = await bot.Card();
        var rosa = bot.As(SamplePod.Rosa);
        await rosa.Click(card, ActionIds.RejectForm);
        await bot.Until(() => bot.Workspace.Views.Count == 1);
        bot.Slack.Fault = method => method == "chat.postMessage" && !bot.Slack.Calls.Contains("conversations.open") ? SlackFault.DoneThenCut : SlackFault.None;

        await rosa.Submit(bot.Workspace.Views[0], (FieldNames.Reason, "no_budget"));

        await bot.Until(() => bot.Slack.Calls.Contains("conversations.open"));
        await bot.Until(() => bot.Slack.Calls.Contains("chat.update"));
        Assert.Single(bot.Workspace.In("D0MAX"));
    }

    [Fact]
    public async Task Card_that_was_posted_just_before_the_bot_stopped_is_not_posted_again()
    {
        await using var bot = await SlackBot.Start();
        bot.Slack.Fault = method => method == "chat.postMessage" ? SlackFault.DoneThenSilent : SlackFault.None;
        var card = await bot.Card();

        bot.Slack.Fault = _ => SlackFault.None;
        await bot.Restart();

        await bot.Until(() => card.Edits == 1);
        await bot.As(SamplePod.Rosa).Click(card, ActionIds.Accept);
        await bot.Until(() => card.Words.Contains("Rosa", StringComparison.Ordinal));
        Assert.Single(bot.Workspace.In(SlackBot.Channel));
    }

    [Fact]
    public async Task Post_that_was_clearly_turned_away_is_not_looked_for()
    {
        await using var bot = await SlackBot.Start();
        var left = 1;
        bot.Slack.Fault = method => method == "chat.postMessage" && Interlocked.Decrement(ref left) == 0 ? SlackFault.TooMany : SlackFault.None;

        await bot.Card();

        Assert.Equal(0, bot.Slack.Count("conversations.history"));
    }

    [Fact]
    public async Task Message_that_Slack_will_never_take_is_parked_with_its_reason()
    {
        await using var bot = await SlackBot.Start();
        bot.Slack.Refusal = method => method == "chat.postMessage" ? "channel_not_found" : null;

        await bot.HandOver();

        Assert.Equal("channel_not_found", (await bot.Parked()).Reason);
    }

    [Fact]
    public async Task Missing_scope_is_named_with_the_place_where_it_is_added()
    {
        await using var bot = await SlackBot.Start();
        bot.Slack.Scopes.Remove("chat:write");

        await bot.HandOver();

        await bot.Log.Until("Add the scope chat:write on the app's page, OAuth & Permissions");
        Assert.Empty(await bot.Store.Parked(10, SlackBot.Ct));
    }

    [Theory]
    [InlineData("app_uninstalled")]
    [InlineData("tokens_revoked")]
    public async Task After_the_end_of_the_installation_nothing_is_sent_and_what_is_owed_is_parked(string happened)
    {
        await using var bot = await SlackBot.Start();
        await bot.Card();
        bot.Slack.Calls.Clear();

        await bot.Door.Event(new JsonObject { ["type"] = happened, ["tokens"] = new JsonObject { ["bot"] = new JsonArray("U0BOT") } }, "Ev1");
        await bot.HandOver("bob");

        Assert.Equal(happened, (await bot.Parked()).Reason);
        Assert.Empty(bot.Slack.Calls);
        Assert.Contains("Slack ended the installation", bot.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Burst_of_200_leads_becomes_few_messages_in_which_each_lead_has_its_buttons()
    {
        await using var bot = await SlackBot.Start();
        var blocked = new TaskCompletionSource();
        bot.Slack.Hold = _ => blocked.Task;
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => bot.HandOver($"lead{number}")));
        bot.Slack.Hold = _ => Task.CompletedTask;
        blocked.SetResult();

        await bot.Until(() => Offered(bot).Count == 200);

        Assert.InRange(bot.Workspace.In(SlackBot.Channel).Count, 20, 25);
        var digest = bot.Workspace.In(SlackBot.Channel).First(message => message.Buttons.Count(button => button.Action == ActionIds.Accept) > 1);
        var third = digest.Buttons.Where(button => button.Action == ActionIds.Accept).Skip(2).First();
        await bot.As(SamplePod.Rosa).Click(digest, ActionIds.Accept, third.Value);
        Assert.IsType<LeadState.Accepted>(await bot.StateOf(new LeadId(third.Value)));
        await bot.Until(() => Offered(bot).Count == 199);
    }

    [Fact]
    public async Task Messages_of_one_channel_keep_their_distance()
    {
        await using var bot = await SlackBot.Start(gap: "00:00:00.300");

        var first = await bot.Card("ada");
        var second = await bot.Card("bob");
        await bot.As(SamplePod.Rosa).Click(first, ActionIds.Accept);
        await bot.As(SamplePod.Sam).Click(second, ActionIds.Accept);

        await bot.Until(() => first.Edits == 1 && second.Edits == 1);
    }

    private static HashSet<string> Offered(SlackBot bot) => bot.Workspace.In(SlackBot.Channel)
        .SelectMany(message => message.Buttons)
        .Where(button => button.Action == ActionIds.Accept)
        .Select(button => button.Value)
        .ToHashSet(StringComparer.Ordinal);
}
