using System.Text.Json;
using AlignmentBot.Domain;
using AlignmentBot.Tests.Bot.Local;
using AlignmentBot.Tests.Fakes;
using AngleSharp;
using Sampled = AlignmentBot.Bot.Channels.Local.Sample;

namespace AlignmentBot.Tests.Bot.Review;

/// <summary>Marketing's monthly commitment on the local page: proposed, signed by both sides, and from then on measured everywhere.</summary>
public sealed class CommitTests
{
    private static readonly PodId Pod = Sampled.SamplePod.Id;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commitment_that_both_sides_signed_changes_pace_and_forecast()
    {
        // Friday: 15 of the month's 21 working days have begun.
        await using var bot = await Start();
        using var bram = await LocalClient.Open(bot, "bram");
        using var cleo = await LocalClient.Open(bot, "cleo");
        for (var number = 0; number < 6; number++)
            await LocalKit.HandOverUnposted(bot, $"p{number}");
        Assert.Equal("6", await HandedOver(bram, "before"));

        await bram.Command("/mql commit 12 leads", "propose");
        var proposal = Assert.Single(await bot.Store.OpenProposals(Pod, Ct));
        await bram.Click("promise.sign.v1", proposal.Id, "sign-marketing");
        Assert.Equal("6", await HandedOver(bram, "half"));
        await cleo.Click("promise.sign.v1", proposal.Id, "sign-sales");

        Assert.Equal("6 of 12 promised; 9 were due by now, on pace for 8", await HandedOver(bram, "after"));
        Assert.Equal("6 of 12 leads so far; an even pace would be at 9. At this rate the month ends at 8.", Text(await cleo.Command("/mql commit", "say")));
    }

    [Fact]
    public async Task A_commitment_is_raised_and_ended_as_it_was_made()
    {
        await using var bot = await Start();
        using var bram = await LocalClient.Open(bot, "bram");
        using var cleo = await LocalClient.Open(bot, "cleo");

        await Signed("120 leads");
        await LocalKit.HandOverUnposted(bot, "ada");
        Assert.StartsWith("1 of 120 promised; 86 were due by now", await HandedOver(bram, "first"), StringComparison.Ordinal);
        await Signed("150 leads");
        Assert.StartsWith("1 of 150 promised; 108 were due by now", await HandedOver(bram, "second"), StringComparison.Ordinal);
        await Signed("none");
        Assert.StartsWith("Nothing is promised for this month yet.", Text(await cleo.Command("/mql commit", "say")), StringComparison.Ordinal);

        async Task Signed(string typed)
        {
            await bram.Command("/mql commit " + typed, typed);
            var proposal = Assert.Single(await bot.Store.OpenProposals(Pod, Ct));
            await bram.Click("promise.sign.v1", proposal.Id, "marketing " + typed);
            await cleo.Click("promise.sign.v1", proposal.Id, "sales " + typed);
        }
    }

    [Fact]
    public async Task A_tier_has_a_commitment_of_its_own()
    {
        await using var bot = await Start();
        using var bram = await LocalClient.Open(bot, "bram");
        using var cleo = await LocalClient.Open(bot, "cleo");
        foreach (var (person, score) in new[] { ("ada", 90), ("ben", 85), ("cat", 40) })
            await LocalKit.HandOverUnposted(bot, person, brief => brief with { Score = score });

        await bram.Command("/mql commit 4 leads tier A", "propose");
        var proposal = Assert.Single(await bot.Store.OpenProposals(Pod, Ct));
        await bram.Click("promise.sign.v1", proposal.Id, "sign-marketing");
        Assert.Equal("2", await HandedOver(bram, "half", "stats tier A"));
        await cleo.Click("promise.sign.v1", proposal.Id, "sign-sales");

        Assert.Equal("2 of 4 promised; 3 were due by now, on pace for 3", await HandedOver(bram, "tier", "stats tier A"));
        Assert.Equal("3", await HandedOver(bram, "all"));
    }

    [Fact]
    public async Task A_commitment_is_not_tried_on_clocks_that_it_does_not_change()
    {
        await using var bot = await Start();
        using var bram = await LocalClient.Open(bot, "bram");
        await LocalKit.HandOverUnposted(bot, "ada");

        await bram.Command("/mql commit 12 leads", "commit");
        await bram.Command("/mql sla change decide 30m", "sla");

        // What is counted comes after the card; the commitment came first.
        await Eventually.Get(async () => Assert.Single(await bot.Store.OpenProposals(Pod, Ct), proposal => proposal.Terms.Monthly is null).DryRun);
        Assert.Null(Assert.Single(await bot.Store.OpenProposals(Pod, Ct), proposal => proposal.Terms.Monthly is not null).DryRun);
    }

    [Fact]
    public async Task Who_leads_no_team_proposes_nothing()
    {
        await using var bot = await Start();
        using var max = await LocalClient.Open(bot, "max");

        Assert.StartsWith("Only team leads change the agreement.", Text(await max.Command("/mql commit 120 leads")), StringComparison.Ordinal);
        Assert.Empty(await bot.Store.OpenProposals(Pod, Ct));
    }

    private static async Task<RunningBot> Start()
    {
        var bot = await RunningBot.Start(["--Local:SampleData=false", "--Clock:Start=2026-11-20T09:00:00Z"]);
        await bot.Store.SavePod(Sampled.SamplePod.Make("Europe/Amsterdam"), Ct);
        foreach (var member in Sampled.SamplePod.Members)
            await bot.Store.SaveMember(member, Ct);
        return bot;
    }

    private static string Text(JsonElement said) => said.GetProperty("text").GetString()!;

    /// <summary>The first fact of the answer to <c>/mql stats</c>.</summary>
    private static async Task<string> HandedOver(LocalClient reader, string delivery, string question = "stats")
    {
        var html = (await reader.Command("/mql " + question, delivery)).GetProperty("html").GetString()!;
        using var page = await BrowsingContext.New(AngleSharp.Configuration.Default).OpenAsync(words => words.Content(html), Ct);
        return page.QuerySelectorAll("dl.ab-facts dt").Single(label => label.TextContent == "Handed over").NextElementSibling!.TextContent;
    }
}
