using System.Net;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Domain.Awards;
using AlignmentBot.Tests.Fakes;
using AngleSharp.Dom;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Dashboard;

/// <summary>The awards on the dashboard: winners of both sides, who kept the agreement best, and nothing of those who did not win.</summary>
public sealed class AwardsPanelTests
{
    private static readonly MemberId Rosa = new("sample-rosa");
    private static readonly MemberId Sam = new("sample-sam");
    private static readonly MemberId Max = new("sample-max");
    private static readonly MemberId Mia = new("sample-mia");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_announced_month_is_a_row_newest_first()
    {
        await using var bot = await WithRounds(Announced(2026, 10, Rosa, Max), Announced(2026, 11, Rosa, null));
        using var cleo = await DashboardClient.SignedIn(bot, "cleo");

        var (status, page) = await cleo.Page("/dashboard?period=last-month&rep=sample-sam");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            ["November 2026|Rosa Rep|no winner|Sam Seller|Mia Media", "October 2026|Rosa Rep|Max Marketer|Sam Seller|Mia Media"],
            page.QuerySelectorAll("#awards tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))));
        Assert.Equal(
            ["Month", "Seller of the month", "Marketer of the month", "Kept the agreement best, sales", "Kept the agreement best, marketing"],
            page.QuerySelectorAll("#awards thead th").Select(head => head.TextContent.Trim()));
        Assert.Equal("Rosa Rep has won 2 months in a row.", page.QuerySelector("#awards .streak")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_newest_certificates_are_pictures_with_words_that_the_bot_serves()
    {
        await using var bot = await WithRounds(Announced(2026, 10, Sam, Max), Announced(2026, 11, Rosa, Max));
        using var rosa = await DashboardClient.SignedIn(bot, "rosa");

        var (_, page) = await rosa.Page("/dashboard");

        var pictures = page.QuerySelectorAll("#awards img");
        Assert.Equal(
            ["Certificate. Seller of the month: Rosa Rep. November 2026", "Certificate. Marketer of the month: Max Marketer. November 2026"],
            pictures.Select(picture => picture.GetAttribute("alt")));
        foreach (var picture in pictures)
        {
            using var answer = await rosa.Http.GetAsync(new Uri(picture.GetAttribute("src")!, UriKind.Relative), Ct);
            Assert.Equal((HttpStatusCode.OK, "image/png"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task Nothing_is_said_of_votes_or_of_who_did_not_win()
    {
        await using var bot = await WithRounds(Announced(2026, 11, Rosa, Max));
        using var cleo = await DashboardClient.SignedIn(bot, "cleo");

        var words = (await cleo.Page("/dashboard")).Page.QuerySelector("#awards")!.Text();

        Assert.DoesNotContain("Bram", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Dina", words, StringComparison.Ordinal);
        Assert.DoesNotContain("votes", words, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_result_is_not_there_before_its_announcement_and_the_round_says_where_it_stands()
    {
        var closed = Announced(2026, 11, Rosa, Max);
        var results = ((RoundState.Announced)closed.State).Results;
        await using var bot = await WithRounds(closed with { State = new RoundState.Closed(SampleRounds.ClosesAt, Instant.FromUtc(2026, 12, 4, 9, 0), results) });
        using var cleo = await DashboardClient.SignedIn(bot, "cleo");

        var panel = (await cleo.Page("/dashboard")).Page.QuerySelector("#awards")!;

        Assert.Contains("Voting has ended. The result comes 4 Dec 2026", panel.QuerySelector(".says")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Rosa", panel.Text(), StringComparison.Ordinal);
        Assert.Contains("No award has been given here yet.", panel.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pod_without_any_round_has_the_panel_with_a_word_of_what_comes()
    {
        await using var bot = await RunningBot.Start(["--Clock:Start=2026-12-10T12:00:00Z"]);
        using var cleo = await DashboardClient.SignedIn(bot, "cleo");

        Assert.Contains("No award has been given here yet.", (await cleo.Page("/dashboard")).Page.QuerySelector("#awards")!.Text(), StringComparison.Ordinal);
    }

    /// <summary>A month that is over; null for an award without a winner.</summary>
    internal static Round Announced(int year, int month, MemberId? seller, MemberId? marketer) => SampleRounds.Open with
    {
        Id = RoundId.Of(new PodId("sample"), new YearMonth(year, month)),
        Pod = new PodId("sample"),
        Month = new YearMonth(year, month),
        Ballots =
        [
            new Ballot(Award.Seller, BallotMode.Secret, [Max, Mia], [], 1, [Sam]),
            new Ballot(Award.Marketer, BallotMode.Secret, [Rosa, Sam], [], 1, [Mia]),
        ],
        State = new RoundState.Announced(SampleRounds.ClosesAt, SampleRounds.AnnouncesAt, [Result(Award.Seller, seller, new("sample-dina")), Result(Award.Marketer, marketer, new("sample-bram"))]),
    };

    internal static async Task<RunningBot> WithRounds(params Round[] rounds)
    {
        var bot = await RunningBot.Start(["--Clock:Start=2026-12-10T12:00:00Z"]);
        foreach (var round in rounds)
            Assert.IsType<CommitResult.Done>(await bot.Store.Commit(new Commit { Rounds = [new RoundWrite(round, 0, [])] }, Ct));
        return bot;
    }

    private static BallotResult Result(Award award, MemberId? winner, MemberId other) => winner is { } won
        ? new BallotResult(award, new AwardOutcome.Won([won], DecidedBy.Votes), 3, 3, 0, [new Tally(won, 2), new Tally(other, 1)])
        : new BallotResult(award, AwardOutcome.NoQuorum.Instance, 3, 1, 0, [new Tally(other, 1)]);
}
