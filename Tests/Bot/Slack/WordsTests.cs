using System.Text.Json.Nodes;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>Commands, mentions, direct messages and replies.</summary>
public sealed class WordsTests
{
    private static readonly LeadId Ada = new("adaxxxxxxx");

    [Fact]
    public async Task Help_lists_the_commands_for_the_one_who_asked()
    {
        await using var bot = await SlackBot.Start();

        var reply = await bot.As(SamplePod.Rosa).Slash("help", SlackBot.Channel);

        Assert.Equal("ephemeral", reply.Json["response_type"]!.GetValue<string>());
        Assert.Contains("lead ID", reply.Words, StringComparison.Ordinal);
        Assert.Empty(BlockKitRules.OfMessage(reply.Body));
    }

    [Fact]
    public async Task Leads_shows_my_own_and_those_that_wait()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card("ada");
        await bot.Card("bob");
        await bot.As(SamplePod.Rosa).Click(card, ActionIds.Accept);

        var reply = await bot.As(SamplePod.Rosa).Slash("leads", SlackBot.Channel);

        Assert.Contains("ada", reply.Words, StringComparison.Ordinal);
        Assert.Contains("bob", reply.Words, StringComparison.Ordinal);
        Assert.Empty(BlockKitRules.OfMessage(reply.Body));
    }

    [Fact]
    public async Task Lead_shows_its_history_by_a_part_of_its_id_and_from_any_place()
    {
        await using var bot = await SlackBot.Start();
        await bot.Card();

        var reply = await bot.As(SamplePod.Rosa).Slash("lead adax", "D0ROSA");

        Assert.Contains("Example Ltd", reply.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_command_is_answered_with_the_nearest()
    {
        await using var bot = await SlackBot.Start();

        var reply = await bot.As(SamplePod.Rosa).Slash("laeds", SlackBot.Channel);

        Assert.Contains("leads", reply.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_text_from_a_person_is_never_markup()
    {
        await using var bot = await SlackBot.Start();

        var reply = await bot.As(SamplePod.Rosa).Slash("<!channel> *&*", SlackBot.Channel);

        Assert.DoesNotContain("<!channel>", reply.Json["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(BlockKitRules.OfMessage(reply.Body));
    }

    [Fact]
    public async Task Button_in_a_list_that_only_I_see_takes_the_lead_and_shows_it()
    {
        await using var bot = await SlackBot.Start();
        await bot.Card();
        var list = await bot.As(SamplePod.Rosa).Slash("leads", SlackBot.Channel);
        var accept = FakeBlocks.Buttons(list.Json["blocks"]).First(button => button.Action == ActionIds.Accept);

        await bot.As(SamplePod.Rosa).ClickEphemeral(SlackBot.Channel, accept);

        Assert.IsType<LeadState.Accepted>(await bot.StateOf(Ada));
        await bot.Until(() => bot.Workspace.Ephemerals.Any(shown => shown.Replaced && shown.Words.Contains("Rosa", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Mention_is_answered_with_help_that_only_the_asker_sees()
    {
        await using var bot = await SlackBot.Start();

        await bot.As(SamplePod.Rosa).Write("<@U0BOT>", SlackBot.Channel, "Ev1");

        await bot.Until(() => bot.Workspace.Ephemerals.Any(told => told.User == SlackBot.UserOf(SamplePod.Rosa) && told.Words.Contains("lead ID", StringComparison.Ordinal)));
        Assert.Empty(bot.Workspace.In(SlackBot.Channel));
    }

    [Fact]
    public async Task Direct_message_is_a_command_and_answered_once_however_often_Slack_sends_it()
    {
        await using var bot = await SlackBot.Start();
        await bot.Card();

        await bot.As(SamplePod.Rosa).Write("leads", "D0ROSA", "Ev1");
        await bot.As(SamplePod.Rosa).Write("leads", "D0ROSA", "Ev1");
        await bot.As(SamplePod.Rosa).Write("help", "D0ROSA", "Ev2");

        await bot.Until(() => bot.Workspace.In("D0ROSA").Count == 2);
        Assert.Single(bot.Workspace.In("D0ROSA"), message => message.Words.Contains("Example Ltd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bot_does_not_answer_itself()
    {
        await using var bot = await SlackBot.Start();
        var own = new JsonObject { ["type"] = "message", ["channel_type"] = "im", ["channel"] = "D0ROSA", ["user"] = "U0BOT", ["bot_id"] = "B0BOT", ["text"] = "help", ["ts"] = "1.1" };

        var reply = await bot.Door.Event(own, "Ev1");
        await bot.As(SamplePod.Rosa).Write("help", "D0ROSA", "Ev2");

        Assert.Equal(200, reply.Status);
        await bot.Until(() => bot.Workspace.In("D0ROSA").Count == 1);
    }

    [Fact]
    public async Task Reply_below_a_card_is_kept_by_reference_and_once()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();

        await bot.As(SamplePod.Max).Reply(card, "Their budget year starts in May.", "Ev1");
        await bot.As(SamplePod.Max).Reply(card, "Their budget year starts in May.", "Ev1");

        var comment = Assert.IsType<LeadFact.Commented>((await bot.Store.History(Ada, SlackBot.Ct)).Single(happened => happened.Fact is LeadFact.Commented).Fact);
        Assert.StartsWith(SlackBot.Channel + ":", comment.Reference, StringComparison.Ordinal);
        Assert.DoesNotContain("budget year", comment.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_below_a_card_whose_posting_is_not_recorded_yet_is_asked_for_again()
    {
        await using var bot = await SlackBot.Start();
        var posted = new TaskCompletionSource<FakeMessage>();
        bot.Slack.Fault = method => method == "chat.postMessage" ? SlackFault.DoneThenCut : SlackFault.None;
        bot.Slack.Hold = method => method == "conversations.history" ? posted.Task : Task.CompletedTask;
        var card = await bot.Card();
        var said = bot.As(SamplePod.Max).ReplyTo(card, "Their budget year starts in May.");

        var early = await bot.Door.Event(said.DeepClone().AsObject(), "Ev1");
        posted.SetResult(card);
        await bot.Until(() => card.Edits == 1);
        await bot.As(SamplePod.Max).Reply(card, "Their budget year starts in May.", "Ev1");

        Assert.Equal(503, early.Status);
        Assert.Single(await bot.Store.History(Ada, SlackBot.Ct), happened => happened.Fact is LeadFact.Commented);
    }

    [Fact]
    public async Task Reply_elsewhere_is_nobodys_business()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();
        var other = new FakeMessage(SlackBot.Channel, "1700000000.000001", null, new JsonObject { ["text"] = "Lunch?", ["blocks"] = new JsonArray() });

        Assert.Equal(200, (await bot.As(SamplePod.Max).Reply(other, "Yes", "Ev1")).Status);
        Assert.Equal(200, (await bot.As("U0NOBODY").Reply(card, "Who are you?", "Ev2")).Status);

        Assert.Single(await bot.Store.History(Ada, SlackBot.Ct));
        Assert.Empty(bot.Workspace.Ephemerals);
    }

    [Theory]
    [InlineData("""{"type":"channel_rename","channel":{"id":"C1","name":"new"}}""")]
    [InlineData("""{"type":"team_join","user":{"id":"U1"}}""")]
    [InlineData("""{"type":7}""")]
    [InlineData("""[]""")]
    public async Task Event_of_another_kind_is_heard_and_left(string happened)
    {
        await using var bot = await SlackBot.Start();
        var envelope = new JsonObject { ["type"] = "event_callback", ["event_id"] = "Ev1", ["event"] = JsonNode.Parse(happened) };

        Assert.Equal(new SlackReply(200, string.Empty), await bot.Door.Json(envelope));
    }

    [Fact]
    public async Task Home_tab_shows_my_queue_and_follows_what_I_do_there()
    {
        await using var bot = await SlackBot.Start();
        await bot.Card();
        var rosa = bot.As(SamplePod.Rosa);

        await rosa.OpenHome("Ev1");
        await bot.Until(() => FakeBlocks.Buttons(bot.Workspace.Home(rosa.User)?["blocks"]).Any(button => button.Action == ActionIds.Accept));
        await rosa.ClickHome(FakeBlocks.Buttons(bot.Workspace.Home(rosa.User)!["blocks"]).First(button => button.Action == ActionIds.Accept));

        await bot.Until(() => FakeBlocks.Buttons(bot.Workspace.Home(rosa.User)!["blocks"]).All(button => button.Action != ActionIds.Accept));
        Assert.IsType<LeadState.Accepted>(await bot.StateOf(Ada));
    }

    [Fact]
    public async Task What_there_is_to_say_on_the_Home_tab_comes_as_a_modal()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();
        var rosa = bot.As(SamplePod.Rosa);
        await rosa.OpenHome("Ev1");
        await bot.Until(() => bot.Workspace.Home(rosa.User) is not null);
        var accept = FakeBlocks.Buttons(bot.Workspace.Home(rosa.User)!["blocks"]).First(button => button.Action == ActionIds.Accept);
        await bot.As(SamplePod.Sam).Click(card, ActionIds.Accept);

        await rosa.ClickHome(accept);

        await bot.Until(() => bot.Workspace.Views.Any(view => view.Words.Contains("Sam accepted this lead", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Stranger_on_the_Home_tab_is_told_what_to_do()
    {
        await using var bot = await SlackBot.Start();

        await bot.As("U0NOBODY").OpenHome("Ev1");

        await bot.Until(() => bot.Workspace.Home("U0NOBODY") is not null);
        Assert.Contains("Ask the admin of your pod", FakeBlocks.Words(bot.Workspace.Home("U0NOBODY")), StringComparison.Ordinal);
    }
}
