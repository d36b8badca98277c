using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Tests.Fakes;
using AngleSharp.Dom;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Local;

/// <summary>Thank-yous on the page of this machine.</summary>
public sealed class KudosTests
{
    private static readonly PodId Sample = new("sample");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_a_day_also_when_eight_are_typed_at_once()
    {
        await using var bot = await RunningBot.Start(["--Clock:Start=2026-11-20T12:00:00Z"]);
        using var max = await LocalClient.Open(bot, "max");

        var said = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number => (await max.Command($"/mql kudos @Rosa Rep for demo {number}", $"k{number}")).GetProperty("text").GetString()!));

        Assert.Equal(5, said.Count(words => words.Contains("Your thank-you to Rosa Rep is in the channel.", StringComparison.Ordinal)));
        Assert.Equal(3, said.Count(words => words.Contains("You have given 5 today", StringComparison.Ordinal)));
        Assert.Equal(5, (await bot.Store.KudosOf(Sample, Instant.MinValue, Instant.MaxValue, Ct)).Count);
    }

    [Theory]
    [InlineData("@Max Marketer for me", "goes to somebody else")]
    [InlineData("@Mia for the slides", "goes to the other side")]
    public async Task Neither_to_oneself_nor_to_the_own_side(string typed, string sentence)
    {
        await using var bot = await RunningBot.Start(["--Clock:Start=2026-11-20T12:00:00Z"]);
        using var max = await LocalClient.Open(bot, "max");

        Assert.Contains(sentence, (await max.Command("/mql kudos " + typed)).GetProperty("text").GetString()!, StringComparison.Ordinal);

        Assert.Empty(await bot.Store.KudosOf(Sample, Instant.MinValue, Instant.MaxValue, Ct));
    }

    [Fact]
    public async Task It_is_taken_back_by_who_gave_it_and_hidden_by_whoever_reports_it()
    {
        await using var bot = await RunningBot.Start(["--Clock:Start=2026-11-20T12:00:00Z"]);
        using var max = await LocalClient.Open(bot, "max");
        using var rosa = await LocalClient.Open(bot, "rosa");
        await max.Command("/mql kudos @Rosa Rep for the demo", "k1");
        await max.Command("/mql kudos @Sam for the slides", "k2");
        var given = (await bot.Store.KudosOf(Sample, Instant.MinValue, Instant.MaxValue, Ct)).Select(stored => stored.Kudos).ToDictionary(kudos => kudos.Words, kudos => kudos.Id, StringComparer.Ordinal);

        Assert.Contains("Only the person who gave it", (await rosa.Click(ActionIds.WithdrawKudos, given["the demo"], "c1")).GetProperty("text").GetString()!, StringComparison.Ordinal);
        await max.Click(ActionIds.WithdrawKudos, given["the demo"], "c2");
        await rosa.Click(ActionIds.ReportKudos, given["the slides"], "c3");

        var channel = await Eventually.Get(async () => await Channel(max) is var words && words.Contains("is hidden until a team lead", StringComparison.Ordinal) && words.Contains("was taken back", StringComparison.Ordinal) ? words : null);
        Assert.DoesNotContain("the demo", channel, StringComparison.Ordinal);
        Assert.DoesNotContain("the slides", channel, StringComparison.Ordinal);
    }

    private static async Task<string> Channel(LocalClient window) => (await window.Conversations()).Body!.Text();
}
