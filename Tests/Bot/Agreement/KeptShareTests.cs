using AlignmentBot.Tests.Bot.Dashboard;
using AlignmentBot.Tests.Bot.Local;
using AlignmentBot.Tests.Bot.Statistics;
using AlignmentBot.Tests.Fakes;
using AngleSharp;
using AngleSharp.Dom;

namespace AlignmentBot.Tests.Bot.Agreement;

/// <summary>How both sides kept their promises this month: the command, the page and the histories say the same.</summary>
public sealed class KeptShareTests
{
    /// <summary>So many more that those of the history are far behind the newest thousand.</summary>
    private const int More = 1_100;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_command_says_what_the_dashboard_says_also_of_more_than_a_thousand_leads()
    {
        await using var bot = await FigureHistory.Start();
        for (var number = 0; number < More; number++)
            await LocalKit.HandOverUnposted(bot, "m" + number);
        using var plain = new PlainFigures(bot.StorePath);
        using var chat = await LocalClient.Open(bot, "rosa");
        using var cleo = await DashboardClient.SignedIn(bot, "cleo");

        var said = await Facts((await chat.Command("/mql sla", "sla")).GetProperty("html").GetString()!);
        var (_, page) = await cleo.Page("/dashboard?period=this-month");

        var shown = page.QuerySelectorAll("#kept .legend strong").Select(share => share.TextContent.Trim()).ToList();
        var (sales, marketing) = (plain.Kept(FigureHistory.Seen, "decide", "first_contact", "outcome"), plain.Kept(FigureHistory.Seen, "answer", "supply"));
        Assert.StartsWith(Digits(shown[0]) + "%", said["Marketing"], StringComparison.Ordinal);
        Assert.StartsWith(Digits(shown[1]) + "%", said["Sales"], StringComparison.Ordinal);
        Assert.Contains($"{sales.Kept} of {sales.Of}", said["Sales"], StringComparison.Ordinal);
        Assert.Contains($"{marketing.Kept} of {marketing.Of}", said["Marketing"], StringComparison.Ordinal);
    }

    private static string Digits(string share) => string.Concat(share.Where(char.IsAsciiDigit));

    private static async Task<Dictionary<string, string>> Facts(string html)
    {
        var card = await BrowsingContext.New(AngleSharp.Configuration.Default).OpenAsync(page => page.Content(html), Ct);
        return card.QuerySelectorAll("dt").ToDictionary(term => term.TextContent.Trim(), term => term.NextElementSibling!.TextContent.Trim(), StringComparer.Ordinal);
    }
}
