using System.Text.Json.Nodes;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>The same bot, reached by a socket.</summary>
public sealed class SocketTests
{
    [Fact]
    public async Task Click_over_the_socket_is_acknowledged_and_done()
    {
        await using var bot = await Connected();
        var card = await bot.Card();

        var ack = await bot.Slack.Socket.Deliver("interactive", bot.As(SamplePod.Rosa).ClickOn(card, ActionIds.Accept), SlackBot.Ct);

        Assert.Equal(["envelope_id"], ack.Select(property => property.Key));
        Assert.IsType<LeadState.Accepted>(await bot.StateOf(new LeadId("adaxxxxxxx")));
    }

    [Fact]
    public async Task Command_is_answered_in_the_acknowledgement()
    {
        await using var bot = await Connected();
        var command = new JsonObject { ["command"] = "/mql", ["text"] = "help", ["user_id"] = SlackBot.UserOf(SamplePod.Rosa), ["channel_id"] = SlackBot.Channel, ["trigger_id"] = "1.2" };

        var ack = await bot.Slack.Socket.Deliver("slash_commands", command, SlackBot.Ct);

        Assert.Contains("lead ID", FakeBlocks.Words(ack["payload"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_sent_again_on_another_socket_is_done_once()
    {
        await using var bot = await Connected();
        var card = await bot.Card();
        await bot.Slack.Socket.Deliver("interactive", bot.As(SamplePod.Rosa).ClickOn(card, ActionIds.Accept), SlackBot.Ct);
        await bot.Until(() => card.Edits == 1);
        var reply = Reply(card, "Ev1");

        await bot.Slack.Socket.Deliver("events_api", reply, SlackBot.Ct);
        await bot.Slack.Socket.Disconnect("refresh_requested");
        await bot.Until(() => bot.Slack.Socket is { Opened: 2, Open: 1 });
        await bot.Slack.Socket.Deliver("events_api", reply.DeepClone().AsObject(), SlackBot.Ct);

        Assert.Single(await bot.Store.History(new LeadId("adaxxxxxxx"), SlackBot.Ct), happened => happened.Fact is LeadFact.Commented);
    }

    [Fact]
    public async Task Next_socket_is_greeted_before_the_warned_one_closes()
    {
        await using var bot = await Connected();
        bot.Slack.Socket.Greets = false;

        await bot.Slack.Socket.Disconnect("warning");
        await bot.Until(() => bot.Slack.Socket is { Opened: 2, Open: 2 });
        bot.Slack.Socket.Greets = true;
        await bot.Slack.Socket.Greet();

        await bot.Until(() => bot.Slack.Socket.Open == 1);
        var ack = await bot.Slack.Socket.Deliver("events_api", new JsonObject { ["type"] = "event_callback" }, SlackBot.Ct);
        Assert.NotNull(ack["envelope_id"]);
    }

    [Fact]
    public async Task Broken_socket_is_replaced()
    {
        await using var bot = await Connected();

        bot.Slack.Socket.Break();

        await bot.Until(() => bot.Slack.Socket is { Opened: 2, Open: 1 });
        await bot.Slack.Socket.Deliver("events_api", new JsonObject { ["type"] = "event_callback" }, SlackBot.Ct);
    }

    [Fact]
    public async Task Address_that_is_not_to_be_had_is_asked_for_again()
    {
        await using var bot = await SlackBot.Start(socket: true, prepare: slack =>
        {
            var left = 2;
            slack.Fault = method => method == "apps.connections.open" && Interlocked.Decrement(ref left) >= 0 ? SlackFault.ServerError : SlackFault.None;
        });

        await bot.Until(() => bot.Slack.Socket.Open == 1);
        Assert.Equal(3, bot.Slack.Count("apps.connections.open"));
    }

    [Fact]
    public async Task Switched_off_Socket_Mode_is_said_clearly_and_not_tried_again()
    {
        await using var bot = await Connected();

        await bot.Slack.Socket.Disconnect("link_disabled");

        await bot.Log.Until("Socket Mode was switched off");
        await bot.Until(() => bot.Slack.Socket.Open == 0);
        Assert.Equal(1, bot.Slack.Socket.Opened);
    }

    [Fact]
    public async Task Envelope_that_fails_is_left_for_Slack_to_send_again()
    {
        await using var bot = await Connected();
        var broken = new JsonObject { ["type"] = "event_callback", ["event_id"] = "Ev1", ["event"] = new JsonObject { ["type"] = "message", ["user"] = 7 } };

        await Assert.ThrowsAsync<TimeoutException>(() => bot.Slack.Socket.Deliver("events_api", broken, SlackBot.Ct));
        await bot.Slack.Socket.Deliver("events_api", new JsonObject { ["type"] = "event_callback" }, SlackBot.Ct);
    }

    [Fact]
    public async Task Nothing_comes_by_HTTP_without_a_signing_secret()
    {
        await using var bot = await Connected();

        Assert.Equal(404, (await bot.Door.Json(new JsonObject { ["type"] = "url_verification", ["challenge"] = "abc" })).Status);
    }

    private static async Task<SlackBot> Connected()
    {
        var bot = await SlackBot.Start(socket: true);
        await bot.Until(() => bot.Slack.Socket.Open == 1);
        return bot;
    }

    private static JsonObject Reply(FakeMessage top, string id) => new()
    {
        ["type"] = "event_callback",
        ["event_id"] = id,
        ["event"] = new JsonObject
        {
            ["type"] = "message", ["channel"] = top.Channel, ["channel_type"] = "channel", ["user"] = SlackBot.UserOf(SamplePod.Max), ["text"] = "Hello", ["ts"] = "1790000001.000001", ["thread_ts"] = top.Ts,
        },
    };
}
