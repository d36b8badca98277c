using System.Text.Json;
using AlignmentBot.Domain;
using AlignmentBot.Tests.Bot.Dashboard;
using AlignmentBot.Tests.Bot.Local;
using AlignmentBot.Tests.Fakes;
using AngleSharp;
using Sampled = AlignmentBot.Bot.Channels.Local.Sample;

namespace AlignmentBot.Tests.Bot.Review;

/// <summary>A check-in on the local page: its agenda, what is decided, and what the next one makes of it.</summary>
public sealed class CheckInTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decision_is_written_down_and_followed_up_by_the_next_check_in()
    {
        await using var bot = await RunningBot.Start(["--Clock:Start=2026-11-20T09:00:00Z"]);
        using var max = await LocalClient.Open(bot, "max");
        Assert.Equal("The agenda stands in the channel. What you decide is written down there, with \"Add a decision\".", Text(await max.Command("/mql checkin", "c1")));
        var first = await Latest(bot);

        var asked = await max.Click("review.decide_form.v1", first.Id, "a1");
        Assert.Equal("2026-11-27", (await LocalClient.Fields(asked))["due"]);
        await max.Form("review.decide.v1", first.Id, new { what = "Call every webinar lead within a day", member = "sample-rosa", due = "2026-11-26" }, "f1");
        var decision = Assert.Single(await bot.Store.DecisionsOf(first.Id, Ct));
        Assert.Equal("sample-rosa", decision.Owner.Value);

        await DashboardClock.Advance(bot, "P7D");
        await max.Command("/mql checkin", "c2");
        var second = await Latest(bot);
        Assert.NotEqual(first.Id, second.Id);
        var words = await Card(bot, max, second.Id);
        Assert.Contains("From earlier check-ins", words, StringComparison.Ordinal);
        Assert.Contains("Call every webinar lead within a day: Rosa Rep, was due 26 Nov", words, StringComparison.Ordinal);

        await max.Form("review.done.v1", second.Id, new { decision = decision.Id }, "f2");
        Assert.Contains("Done: Call every webinar lead within a day", await Card(bot, max, second.Id), StringComparison.Ordinal);
        Assert.Empty(await bot.Store.OpenDecisions(Sampled.SamplePod.Id, 10, Ct));
    }

    [Fact]
    public async Task A_second_word_within_the_meeting_opens_no_second_check_in()
    {
        await using var bot = await RunningBot.Start();
        using var max = await LocalClient.Open(bot, "max");
        using var rosa = await LocalClient.Open(bot, "rosa");
        await max.Command("/mql checkin", "c1");
        var open = await Latest(bot);

        Assert.StartsWith("A check-in is open since ", Text(await rosa.Command("/mql checkin", "c2")), StringComparison.Ordinal);
        Assert.Equal(open.Id, (await Latest(bot)).Id);
    }

    [Fact]
    public async Task The_same_form_sent_twice_writes_one_decision()
    {
        await using var bot = await RunningBot.Start(["--Clock:Start=2026-11-20T09:00:00Z"]);
        using var max = await LocalClient.Open(bot, "max");
        await max.Command("/mql checkin", "c1");
        var open = await Latest(bot);

        for (var times = 0; times < 2; times++)
            await max.Form("review.decide.v1", open.Id, new { what = "Call sooner", member = "sample-rosa", due = "2026-11-26" }, "same");

        Assert.Single(await bot.Store.DecisionsOf(open.Id, Ct));
    }

    [Theory]
    [InlineData("2026-11-19", "2026-11-19 is not within the next twelve months. Choose a day from today on.")]
    [InlineData("tomorrow", "\"tomorrow\" is no day. Write it as year, month, day, such as 2026-12-04.")]
    [InlineData("2026-11-20", null)]
    public async Task A_day_that_cannot_be_is_named(string due, string? sentence)
    {
        await using var bot = await RunningBot.Start(["--Clock:Start=2026-11-20T09:00:00Z"]);
        using var max = await LocalClient.Open(bot, "max");
        await max.Command("/mql checkin", "c1");

        var answer = await max.Form("review.decide.v1", (await Latest(bot)).Id, new { what = "Call sooner", member = "sample-rosa", due }, "f1");

        var errors = answer.GetProperty("errors");
        Assert.Equal(sentence, errors.ValueKind == JsonValueKind.Array ? errors[0].GetProperty("sentence").GetString() : null);
    }

    private static async Task<AlignmentBot.Domain.Review.CheckIn> Latest(RunningBot bot) =>
        (await bot.Store.LastCheckIn(new PodId("sample"), Ct))!;

    private static string? Text(JsonElement said) => said.GetProperty("text").GetString();

    /// <summary>The check-in's card in the channel, in words.</summary>
    private static async Task<string> Card(RunningBot bot, LocalClient reader, string id)
    {
        var message = await Eventually.Get(async () => await bot.Store.FindMessage(AlignmentBot.Domain.Leads.Door.Local, "pod/sample", "checkin/" + id, Ct));
        using var answer = await reader.Message(message);
        var html = await answer.Content.ReadAsStringAsync(Ct);
        using var page = await BrowsingContext.New(AngleSharp.Configuration.Default).OpenAsync(words => words.Content(html), Ct);
        return page.Body!.TextContent;
    }
}
