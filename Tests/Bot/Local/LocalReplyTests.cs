using System.Text.Json;
using AlignmentBot.Bot.Channels.Local;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Bot.Local;

public sealed class LocalReplyTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => bot = await LocalKit.Start();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Words_stand_in_the_thread_and_their_place_in_the_history()
    {
        var (lead, message) = await LocalKit.HandOver(bot);
        using var max = await LocalClient.Open(bot, "max");

        await max.Reply(message, lead.Value, "  They asked for <b>two</b> seats.\nSoon. ");

        var words = Assert.Single(await bot.Store.LocalThreads([message], Ct));
        Assert.Equal("They asked for <b>two</b> seats.\nSoon.", words.Text);
        Assert.Equal(["HandedOver", "Commented"], await LocalKit.Facts(bot, lead));
        var shown = (await max.Conversations()).QuerySelector(".reply .words")!;
        Assert.Equal(words.Text, shown.TextContent);
        Assert.Empty(shown.Children);
    }

    [Fact]
    public async Task Same_reply_sent_twice_stands_there_once()
    {
        var (lead, message) = await LocalKit.HandOver(bot);
        using var max = await LocalClient.Open(bot, "max");

        await max.Reply(message, lead.Value, "Once.", "r1");
        var again = await max.Reply(message, lead.Value, "Once.", "r1");

        Assert.Equal("redraw", Kind(again));
        Assert.Single(await bot.Store.LocalThreads([message], Ct));
    }

    [Theory]
    [InlineData("", "Your reply is empty.")]
    [InlineData(" \n ", "Your reply is empty.")]
    [InlineData(null, "Your reply has 2001 characters; at most 2000 fit.")]
    public async Task Reply_that_does_not_fit_is_answered_with_what_fits(string? text, string sentence)
    {
        var (lead, message) = await LocalKit.HandOver(bot);
        using var max = await LocalClient.Open(bot, "max");

        var answer = await max.Reply(message, lead.Value, text ?? new string('x', LocalRequest.TextLimit + 1));

        Assert.StartsWith(sentence, answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty(await bot.Store.LocalThreads([message], Ct));
    }

    [Fact]
    public async Task Longest_reply_fits()
    {
        var (lead, message) = await LocalKit.HandOver(bot);
        using var max = await LocalClient.Open(bot, "max");

        Assert.Equal("redraw", Kind(await max.Reply(message, lead.Value, new string('x', LocalRequest.TextLimit))));
    }

    [Fact]
    public async Task Reply_under_a_message_that_shows_another_lead_is_refused()
    {
        var (_, message) = await LocalKit.HandOver(bot);
        var (other, _) = await LocalKit.HandOver(bot, "bea");
        using var max = await LocalClient.Open(bot, "max");

        Assert.Equal("say", Kind(await max.Reply(message, other.Value, "Hello.")));
        Assert.Equal("say", Kind(await max.Reply("msg_unknown", other.Value, "Hello.", "d2")));
    }

    [Fact]
    public async Task Reply_in_the_conversation_of_another_pod_is_refused()
    {
        var (lead, message) = await LocalKit.HandOver(bot);
        await bot.Store.SavePod(new Pod(new("apac"), "APAC", "Asia/Tokyo"), Ct);
        await bot.Store.SaveMember(new Member(new("apac-kei"), new("apac"), "kei@example.com", "Kei", Side.Sales), Ct);
        using var kei = new LocalClient(bot, "unused") { Pod = "apac", Persona = "apac-kei" };
        await kei.Page();

        Assert.Equal("say", Kind(await kei.Reply(message, lead.Value, "Hello.")));
        Assert.Equal(["HandedOver"], await LocalKit.Facts(bot, lead));
    }

    private static string Kind(JsonElement answer) => answer.GetProperty("kind").GetString()!;
}
