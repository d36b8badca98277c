using System.Net.ServerSentEvents;
using System.Text.Json;
using AlignmentBot.Bot.Channels.Local;
using Sampled = AlignmentBot.Bot.Channels.Local.Sample;

namespace AlignmentBot.Tests.Bot.Local;

public sealed class LocalFeedTests
{
    private static readonly LocalVisit Rosa = new(Sampled.SamplePod.Make("Etc/UTC"), Sampled.SamplePod.Members[0]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Window_hears_of_its_own_conversations_only()
    {
        var feed = new LocalFeed();
        using var window = feed.Open(Rosa);

        feed.Ring("pod/elsewhere", "m1", []);
        feed.Ring("dm/sample-sam", "m2", []);
        feed.Ring(Rosa.Channel, "m3", ["ada"]);
        feed.Ring(Rosa.Direct, "m4", []);

        Assert.Equal(new FeedChange(1, "channel", "m3", ["ada"]), await window.Next(TimeSpan.FromMinutes(1), Ct));
        Assert.Equal(new FeedChange(2, "direct", "m4", []), await window.Next(TimeSpan.FromMinutes(1), Ct));
    }

    [Fact]
    public async Task Window_that_reads_too_slowly_sees_a_gap_in_the_numbers()
    {
        var feed = new LocalFeed();
        using var window = feed.Open(Rosa);

        for (var number = 1; number <= 600; number++)
            feed.Ring(Rosa.Channel, $"m{number}", []);

        Assert.Equal(89, (await window.Next(TimeSpan.FromMinutes(1), Ct))!.Number);
    }

    [Fact]
    public async Task Closed_window_is_forgotten()
    {
        var feed = new LocalFeed();
        var window = feed.Open(Rosa);
        window.Dispose();

        feed.Ring(Rosa.Channel, "m1", []);

        Assert.Null(await window.Next(TimeSpan.FromMilliseconds(1), Ct));
    }

    [Fact]
    public void Every_ring_and_every_start_changes_the_mark()
    {
        var feed = new LocalFeed();
        var before = feed.Mark;
        feed.Ring("pod/sample", "m1", []);

        Assert.NotEqual(before, feed.Mark);
        Assert.NotEqual(before, new LocalFeed().Mark);
    }

    [Fact]
    public async Task Open_window_is_told_at_once_and_does_not_keep_the_bot_from_stopping()
    {
        await using var bot = await LocalKit.Start();
        using var client = bot.Client();
        await using var stream = await client.GetStreamAsync(new Uri("/local/feed?pod=sample&as=sample-rosa", UriKind.Relative), Ct);
        await using var events = SseParser.Create(stream).EnumerateAsync(Ct).GetAsyncEnumerator(Ct);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("hello", events.Current.EventType);

        var (lead, message) = await LocalKit.HandOver(bot);
        Assert.True(await events.MoveNextAsync());
        var change = JsonDocument.Parse(events.Current.Data).RootElement.GetProperty("change");

        Assert.Equal("change", events.Current.EventType);
        Assert.Equal(message, change.GetProperty("message").GetString());
        Assert.Equal(lead.Value, change.GetProperty("leads")[0].GetString());
        // The bot gives open requests eight seconds; an endless one would use them all.
        await bot.Stop().WaitAsync(TimeSpan.FromSeconds(4), Ct);
        Assert.False(await events.MoveNextAsync());
    }
}
