using System.Net.Http.Json;
using AlignmentBot.Cards;
using AlignmentBot.Tests.Fakes;
using AngleSharp.Dom;
using Sampled = AlignmentBot.Bot.Channels.Local.Sample;

namespace AlignmentBot.Tests.Bot.Local;

/// <summary>Three months of the awards by the page's own requests, over the turn of the year.</summary>
public sealed class AwardYearTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_November_over_the_year_s_summary_to_January()
    {
        await using var bot = await RunningBot.Start(["--Local:SampleData=false", "--Clock:Start=2026-11-20T12:00:00Z"]);
        await bot.Store.SavePod(Sampled.SamplePod.Make("Europe/Amsterdam"), Ct);
        foreach (var member in Sampled.SamplePod.Members)
            await bot.Store.SaveMember(member, Ct);
        using var max = await LocalClient.Open(bot, "max");

        await Month(bot, "2026-11", opens: "2026-11-30T09:02:00Z", announced: "2026-12-04T09:02:00Z");
        var november = await Shown(max, "Awards for November 2026");
        Assert.Contains("Seller of the month: Rosa Rep", november, StringComparison.Ordinal);
        Assert.DoesNotContain("in a row", november, StringComparison.Ordinal);
        Assert.DoesNotContain("in awards", november, StringComparison.Ordinal);

        await Month(bot, "2026-12", opens: "2026-12-31T09:02:00Z", announced: "2027-01-06T09:02:00Z");
        var year = await Shown(max, "The year 2026 in awards");
        Assert.Contains("2 months with a vote.", year, StringComparison.Ordinal);
        Assert.Contains("Rosa Rep has won 2 months in a row.", year, StringComparison.Ordinal);

        await Month(bot, "2027-01", opens: "2027-01-29T09:02:00Z", announced: "2027-02-04T09:02:00Z");
        var january = await Shown(max, "Rosa Rep has won 3 months in a row.");
        Assert.DoesNotContain("The year 2027 in awards", january, StringComparison.Ordinal);
        var hall = (await max.Command("/mql awards", "hall")).GetProperty("html").GetString()!;
        Assert.Contains("January 2027: ", hall, StringComparison.Ordinal);
        Assert.Contains("Rosa Rep (3×)", hall, StringComparison.Ordinal);
    }

    /// <summary>Leads, the vote of everybody, and the announcement.</summary>
    private static async Task Month(RunningBot bot, string month, string opens, string announced)
    {
        foreach (var rep in new[] { "rosa", "sam" })
        {
            using var client = await LocalClient.Open(bot, rep);
            for (var number = 0; number < 2; number++)
            {
                var lead = await LocalKit.HandOverUnposted(bot, $"{rep}{number}{month[^2..]}");
                Assert.Equal("redraw", (await client.Click(ActionIds.Accept, lead.Value, $"accept-{lead}")).GetProperty("kind").GetString());
            }
        }

        await MoveTo(bot, opens);
        foreach (var (by, choice) in new[] { ("max", "rosa"), ("mia", "rosa"), ("bram", "sam"), ("rosa", "max"), ("sam", "max"), ("dina", "max") })
        {
            using var voter = await LocalClient.Open(bot, by);
            var said = await voter.Form(FormIds.Vote, "sample." + month, new Dictionary<string, string>(StringComparer.Ordinal) { [FieldNames.Choice] = "sample-" + choice }, $"vote-{month}-{by}");
            Assert.Contains("is kept. Receipt:", said.GetProperty("text").GetString()!, StringComparison.Ordinal);
        }

        await MoveTo(bot, announced);
    }

    private static Task<string> Shown(LocalClient window, string words) =>
        Eventually.Get(async () => (await window.Conversations()).Body!.Text() is var channel && channel.Contains(words, StringComparison.Ordinal) ? channel : null);

    private static async Task MoveTo(RunningBot bot, string moment)
    {
        using var client = bot.Client();
        using var moved = await client.PostAsJsonAsync("/dev/clock", new { set = moment }, Ct);
        moved.EnsureSuccessStatusCode();
    }
}
