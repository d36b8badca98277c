using System.Text.Json.Nodes;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>What the address takes and what it refuses.</summary>
public sealed class DoorTests
{
    private const string Form = "application/x-www-form-urlencoded";

    [Fact]
    public async Task Address_is_verified_by_its_challenge()
    {
        await using var bot = await SlackBot.Start();

        var reply = await bot.Door.Json(new JsonObject { ["token"] = "old", ["challenge"] = "abc", ["type"] = "url_verification" });

        Assert.Equal((200, "abc"), (reply.Status, reply.Json["challenge"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Request_without_a_good_signature_is_refused_and_changes_nothing()
    {
        await using var bot = await SlackBot.Start();
        var body = await AcceptAda(bot);
        var now = SlackDoor.Timestamp();

        Assert.Equal(401, (await bot.Door.Send(body, Form, now, null)).Status);
        Assert.Equal(401, (await bot.Door.Send(body, Form, null, SlackDoor.Sign(body, now))).Status);
        Assert.Equal(401, (await bot.Door.Send(body, Form, now, SlackDoor.Sign(body, now, "another secret"))).Status);
        Assert.Equal(401, (await bot.Door.Send(body, Form, now, SlackDoor.Sign(body + "&", now))).Status);
        Assert.IsType<LeadState.Offered>(await bot.StateOf(new LeadId("adaxxxxxxx")));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(-6)]
    public async Task Request_signed_at_another_time_is_refused(int minutesAgo)
    {
        await using var bot = await SlackBot.Start();
        var body = await AcceptAda(bot);
        var then = SlackDoor.Timestamp(TimeSpan.FromMinutes(minutesAgo));

        Assert.Equal(401, (await bot.Door.Send(body, Form, then, SlackDoor.Sign(body, then))).Status);
        Assert.IsType<LeadState.Offered>(await bot.StateOf(new LeadId("adaxxxxxxx")));
    }

    [Fact]
    public async Task Replayed_request_changes_nothing_more()
    {
        await using var bot = await SlackBot.Start();
        var body = await AcceptAda(bot);
        var then = SlackDoor.Timestamp(TimeSpan.FromMinutes(1));
        var signature = SlackDoor.Sign(body, then);

        var first = await bot.Door.Send(body, Form, then, signature);
        var second = await bot.Door.Send(body, Form, then, signature);

        Assert.Equal((200, first), (first.Status, second));
        Assert.Equal(2, (await bot.Store.History(new LeadId("adaxxxxxxx"), SlackBot.Ct)).Count);
    }

    [Fact]
    public async Task Body_of_more_than_a_megabyte_is_refused()
    {
        await using var bot = await SlackBot.Start();

        Assert.Equal(413, (await bot.Door.Send("payload=" + new string('a', 1024 * 1024), Form)).Status);
        Assert.Equal(400, (await bot.Door.Send("payload=" + new string('a', (1024 * 1024) - 8), Form)).Status);
    }

    [Theory]
    [InlineData("payload={", Form)]
    [InlineData("payload=null", Form)]
    [InlineData("{\"type\":", "application/json")]
    public async Task Signed_nonsense_is_told_to_be_nonsense(string body, string type)
    {
        await using var bot = await SlackBot.Start();

        Assert.Equal(400, (await bot.Door.Send(body, type)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ssl_check=1&token=old")]
    [InlineData("payload={}")]
    [InlineData("payload={\"type\":\"something_new\",\"user\":{\"id\":\"U1\"}}")]
    public async Task Unknown_delivery_is_heard_and_left(string body)
    {
        await using var bot = await SlackBot.Start();

        Assert.Equal(new SlackReply(200, string.Empty), await bot.Door.Send(body, Form));
    }

    [Fact]
    public async Task Nothing_secret_is_ever_logged()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();
        await bot.As(SamplePod.Max).Click(card, ActionIds.Accept);
        await bot.Door.Send("payload={}", Form, SlackDoor.Timestamp(), "v0=secretsignature");
        await bot.Until(() => bot.Workspace.Ephemerals.Count == 1);

        Assert.DoesNotContain(FakeSlack.BotToken, bot.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secretsignature", bot.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/response/", bot.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@example.com", bot.Log.Text, StringComparison.Ordinal);
    }

    private static async Task<string> AcceptAda(SlackBot bot)
    {
        var card = await bot.Card();
        return "payload=" + Uri.EscapeDataString(bot.As(SamplePod.Rosa).ClickOn(card, ActionIds.Accept).ToJsonString());
    }
}
