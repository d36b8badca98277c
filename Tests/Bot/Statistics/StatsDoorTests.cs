using System.Globalization;
using System.Net;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Bot.Dashboard;
using AlignmentBot.Tests.Bot.Local;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.Data.Sqlite;

namespace AlignmentBot.Tests.Bot.Statistics;

/// <summary>Figures by command, through the doors people use.</summary>
public sealed class StatsDoorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Local_page_shows_what_an_independent_query_counts()
    {
        await using var bot = await LocalKit.Start();
        using var rosa = await LocalClient.Open(bot, "rosa");
        foreach (var person in new[] { "ada", "ben", "cat", "dan", "eve", "fay" })
            await LocalKit.HandOver(bot, person);
        foreach (var person in new[] { "ada", "ben", "cat", "dan" })
            await rosa.Click("lead.accept.v1", person.PadRight(10, 'x'), "accept-" + person);
        await rosa.Form("lead.reject.v1", "evexxxxxxx", new { reason = "no_budget", note = "Next year." }, "reject-eve");

        var facts = await Facts((await rosa.Command("stats pod")).GetProperty("html").GetString()!);

        Assert.Equal(Count(bot, "SELECT count(*) FROM leads"), facts["Handed over"]);
        var (accepted, decided) = (Count(bot, "SELECT count(DISTINCT lead) FROM events WHERE kind = 'accepted'"), Count(bot, "SELECT count(DISTINCT lead) FROM events WHERE kind IN ('accepted', 'rejected')"));
        Assert.Equal($"80%* ({accepted} of {decided})", facts["Accepted"]);
        Assert.StartsWith(Count(bot, "SELECT count(*) FROM events WHERE kind = 'rejected'") + ",", facts["Rejected"], StringComparison.Ordinal);
        Assert.Equal(
            $"{Count(bot, "SELECT count(*) FROM leads WHERE state = 'offered'")} waiting, {Count(bot, "SELECT count(*) FROM leads WHERE state = 'incomplete'")} incomplete, {Count(bot, "SELECT count(*) FROM leads WHERE state = 'accepted'")} in work",
            facts["Open now"]);
        Assert.Equal("100%*", facts["Complete"]);
    }

    [Fact]
    public async Task Every_command_answers_in_a_card_of_its_own()
    {
        await using var bot = await LocalKit.Start();
        using var rosa = await LocalClient.Open(bot, "rosa");
        await LocalKit.HandOver(bot);

        foreach (var (command, words) in new[] { ("stats me", "Rosa"), ("funnel", "Funnel"), ("reasons", "Nothing was rejected"), ("scorecard", "Scorecard"), ("stats define tier", "score in bands"), ("stats define", "What the figures mean") })
            Assert.Contains(words, (await rosa.Command(command, command)).GetProperty("html").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slack_says_the_same_in_blocks_that_Slack_takes()
    {
        await using var bot = await SlackBot.Start();
        var card = await bot.Card();
        await bot.As(SamplePod.Rosa).Click(card, "lead.accept.v1");

        var stats = await bot.As(SamplePod.Rosa).Slash("stats", SlackBot.Channel);

        Assert.Equal("ephemeral", stats.Json["response_type"]!.GetValue<string>());
        Assert.Contains("Handed over: 1", string.Join(' ', stats.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("data_visualization", stats.Body, StringComparison.Ordinal);
        foreach (var command in new[] { "stats me last month", "funnel", "reasons", "scorecard", "stats define" })
            Assert.Empty(BlockKitRules.OfMessage((await bot.As(SamplePod.Rosa).Slash(command, SlackBot.Channel)).Body));
    }

    [Fact]
    public async Task Persons_figures_are_refused_to_colleagues_and_fairness_to_all_but_team_leads()
    {
        await using var bot = await SlackBot.Start();
        await bot.Card();

        Assert.Contains("figures are for Sam and the team leads", (await bot.As(SamplePod.Rosa).Slash("stats @sam", SlackBot.Channel)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("are for Sam", (await bot.As(SamplePod.Lena).Slash("stats @sam", SlackBot.Channel)).Body, StringComparison.Ordinal);
        Assert.Contains("only team leads see it", (await bot.As(SamplePod.Rosa).Slash("fairness", SlackBot.Channel)).Body, StringComparison.Ordinal);
        Assert.Contains("How leads are shared", (await bot.As(SamplePod.Mona).Slash("fairness", SlackBot.Channel)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_is_safe_from_formulas_and_given_to_its_member_for_ten_minutes()
    {
        await using var bot = await LocalKit.Start();
        using var rosa = await LocalClient.Open(bot, "rosa");
        await LocalKit.HandOver(bot, "ada", brief => brief with { Campaign = "=HYPERLINK(\"http://example.com\")" });
        await LocalKit.HandOver(bot, "ben");
        await rosa.Click("lead.accept.v1", "adaxxxxxxx", "accept-ada");

        var file = await rosa.Http.GetAsync(await LinkIn(await rosa.Command("export")), Ct);

        var lines = (await file.Content.ReadAsStringAsync(Ct)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal(2, lines.Length);
        Assert.Contains("\"'=HYPERLINK", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("adaxxxxxxx,", lines[1], StringComparison.Ordinal);

        var link = await LinkIn(await rosa.Command("export", "again"));
        Assert.Equal(HttpStatusCode.Gone, (await rosa.Http.GetAsync(new Uri(link.AbsoluteUri[..^2] + "AA"), Ct)).StatusCode);
        var member = (await bot.Store.FindMember(new AlignmentBot.Domain.MemberId(rosa.Persona), Ct))!;
        await bot.Store.SaveMember(member with { Active = false }, Ct);
        await Eventually.Get(async () => (await rosa.Http.GetAsync(link, Ct)).StatusCode == HttpStatusCode.Forbidden ? "refused" : null);
    }

    [Theory]
    [InlineData("PT9M", HttpStatusCode.OK)]
    [InlineData("PT11M", HttpStatusCode.Gone)]
    public async Task Link_to_a_file_lasts_ten_minutes(string later, HttpStatusCode expected)
    {
        await using var bot = await LocalKit.Start();
        using var rosa = await LocalClient.Open(bot, "rosa");
        var link = await LinkIn(await rosa.Command("export"));

        await DashboardClock.Advance(bot, later);

        Assert.Equal(expected, (await rosa.Http.GetAsync(link, Ct)).StatusCode);
    }

    private static async Task<Uri> LinkIn(System.Text.Json.JsonElement answer)
    {
        using var page = await BrowsingContext.New(AngleSharp.Configuration.Default).OpenAsync(html => html.Content(answer.GetProperty("html").GetString()!), Ct);
        return new Uri(page.QuerySelector("a[href*='/export/']")!.GetAttribute("href")!);
    }

    private static async Task<Dictionary<string, string>> Facts(string card)
    {
        using var page = await BrowsingContext.New(AngleSharp.Configuration.Default).OpenAsync(html => html.Content(card), Ct);
        return page.QuerySelectorAll("dl.ab-facts dt").ToDictionary(label => label.TextContent, label => label.NextElementSibling!.TextContent, StringComparer.Ordinal);
    }

    private static string Count(RunningBot bot, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={bot.StorePath};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is the test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }
}
