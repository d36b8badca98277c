using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Channels.Local;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Bot.Local;

public sealed class LocalChannelTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly LocalFeed feed = new();
    private IStore store = null!;
    private LocalChannel channel = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await SqliteStore.Open(folder.File("bot.db"), SqliteOpen.Bot, Ct);
        channel = new LocalChannel(store, feed, new BotClock(new ManualTime(SamplePod.Morning)));
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public void Every_pod_and_every_member_has_a_conversation()
    {
        Assert.Equal(Door.Local, channel.Door);
        Assert.Equal("pod/emea", channel.ConversationOf(SamplePod.Emea));
        Assert.Equal("dm/rosa", channel.ConversationOf(SamplePod.Rosa));
    }

    [Fact]
    public async Task Same_effect_posted_twice_is_one_message()
    {
        var first = await channel.Post(Posting("e1"), Ct);
        var again = await channel.Post(Posting("e1"), Ct);

        Assert.Equal(first, again);
        Assert.Single(await store.LocalConversation("pod/emea", 10, Ct));
        Assert.Equal(first, await channel.Find(Posting("e1"), Ct));
    }

    [Fact]
    public async Task Effect_that_was_never_posted_is_not_found() => Assert.Null(await channel.Find(Posting("e1"), Ct));

    [Fact]
    public async Task Message_remembers_all_that_it_shows()
    {
        await channel.Post(Posting("e1") with { Shows = ["lead/ada", "lead/bea"] }, Ct);

        var stored = Assert.Single(await store.LocalConversation("pod/emea", 10, Ct));
        Assert.Equal(["lead/ada", "lead/bea"], LocalSubject.Read(stored.Subject));
        Assert.Equal(SamplePod.Morning, stored.At);
    }

    [Fact]
    public async Task Update_stores_nothing_and_tells_the_windows()
    {
        var id = await channel.Post(Posting("e1"), Ct);
        var before = feed.Mark;

        await channel.Update(id, Posting("e2"), Ct);

        Assert.NotEqual(before, feed.Mark);
        Assert.Single(await store.LocalConversation("pod/emea", 10, Ct));
    }

    [Fact]
    public async Task Line_stands_in_the_thread_and_rings_for_the_message_above()
    {
        var top = await channel.Post(Posting("e1"), Ct);
        using var window = feed.Open(new LocalVisit(SamplePod.Emea, SamplePod.Rosa));

        await channel.Post(Posting("e2") with { ThreadOf = top, Subject = "line/ada/2", Shows = ["lead/ada"] }, Ct);

        var line = Assert.Single(await store.LocalThreads([top], Ct));
        Assert.Equal("line/ada/2", line.Subject);
        Assert.Equal(top, (await window.Next(TimeSpan.FromMinutes(1), Ct))!.Message);
    }

    [Theory]
    [InlineData("lead/ada", new[] { "ada" })]
    [InlineData("lead/ada lead/bea lead/ada", new[] { "ada", "bea" })]
    [InlineData("notice/ada/3", new[] { "ada" })]
    [InlineData("line/ada/3", new[] { "ada" })]
    [InlineData("", new string[0])]
    public void Subjects_name_their_leads_once(string text, string[] leads) => Assert.Equal(leads, LocalSubject.Leads(LocalSubject.Read(text)));

    private static Posting Posting(string effect) =>
        new(effect, "pod/emea", null, "lead/ada", ["lead/ada"], new Card("Ada", Tone.Waiting, []));
}
