using System.Globalization;
using System.Net;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Bot.Local;
using AlignmentBot.Tests.Fakes;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;

namespace AlignmentBot.Tests.Bot.Dashboard;

/// <summary>What stands on the page is what has happened: every number is counted anew from the leads' histories, without the code that made it.</summary>
public sealed class FigurePageTests
{
    private static readonly string[] Campaigns = ["Autumn fair", "Webinar", "Webinar"];

    private static readonly RejectionReason[] Reasons = [RejectionReason.Defaults[0], RejectionReason.Defaults[0], RejectionReason.Defaults[4]];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_number_of_the_page_is_found_again_in_the_histories()
    {
        await using var bot = await WithHistory();
        using var cleo = await DashboardClient.SignedIn(bot, "cleo");

        var (status, page) = await cleo.Page("/dashboard");

        Assert.Equal(HttpStatusCode.OK, status);
        var lives = await Lives(bot);
        int With<T>() => lives.Count(life => life.Any(happened => happened.Fact is T));
        var decided = lives.Count(life => life.Any(happened => happened.Fact is LeadFact.Accepted or LeadFact.Rejected));
        Assert.Equal(
            [lives.Count.ToString(CultureInfo.InvariantCulture), Percent(With<LeadFact.Accepted>(), decided), With<LeadFact.Won>().ToString(CultureInfo.InvariantCulture)],
            page.QuerySelectorAll(".headline strong").Select(tile => tile.TextContent).Where((_, tile) => tile != 2));
        Assert.Equal(
            new[] { lives.Count, With<LeadFact.Accepted>(), With<LeadFact.Contacted>(), With<LeadFact.Qualified>(), With<LeadFact.OpportunityOpened>(), With<LeadFact.Won>() },
            page.QuerySelectorAll("#funnel .bar-value").Select(Number));
        var reasons = lives.SelectMany(life => life.Select(happened => happened.Fact).OfType<LeadFact.Rejected>())
            .GroupBy(fact => fact.Rejection.Reason.Code).OrderByDescending(group => group.Count()).Select(group => group.Count());
        Assert.Equal(reasons, page.QuerySelectorAll("#reasons .bar-value").Select(Number));
        var campaigns = lives.GroupBy(life => ((LeadFact.HandedOver)life[0].Fact).Brief.Campaign).OrderByDescending(group => group.Count())
            .Select(group => (group.Key, group.Count()));
        Assert.Equal(campaigns, page.QuerySelectorAll("#campaigns tbody tr").Select(row => ((string?)row.QuerySelector("th")!.TextContent.Trim(), Number(row.QuerySelectorAll("td")[1]))));
        var reps = lives.SelectMany(life => life.Where(happened => happened.Fact is LeadFact.Accepted or LeadFact.Rejected).Take(1))
            .GroupBy(happened => happened.By).OrderByDescending(group => group.Count()).Select(group => group.Count());
        Assert.Equal(reps, page.QuerySelectorAll("#reps .bar-value").Select(value => int.Parse(value.TextContent.Split(' ')[0], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_filter_in_the_address_counts_those_leads_alone()
    {
        await using var bot = await WithHistory();
        using var rosa = await DashboardClient.SignedIn(bot, "rosa");

        var (_, page) = await rosa.Page("/dashboard?campaign=webinar&period=this-month");

        var lives = await Lives(bot);
        Assert.Equal(lives.Count(life => ((LeadFact.HandedOver)life[0].Fact).Brief.Campaign == "Webinar"), Number(page.QuerySelector(".headline strong")!));
        Assert.Equal("webinar", page.QuerySelector("select[name=campaign] option[selected]")!.GetAttribute("value"), ignoreCase: true);
    }

    [Fact]
    public async Task Reps_beside_each_other_are_for_team_leads_alone()
    {
        await using var bot = await WithHistory();
        using var cleo = await DashboardClient.SignedIn(bot, "cleo");
        using var rosa = await DashboardClient.SignedIn(bot, "rosa");

        Assert.NotNull((await cleo.Page("/dashboard")).Page.QuerySelector("#reps"));
        Assert.Null((await rosa.Page("/dashboard")).Page.QuerySelector("#reps"));
    }

    [Theory]
    [InlineData("rosa", "rep=sample-rosa", HttpStatusCode.OK)]
    [InlineData("rosa", "rep=sample-sam", HttpStatusCode.Forbidden)]
    [InlineData("max", "marketer=sample-max", HttpStatusCode.OK)]
    [InlineData("max", "marketer=sample-mia", HttpStatusCode.Forbidden)]
    [InlineData("bram", "rep=sample-sam", HttpStatusCode.OK)]
    public async Task Ones_own_figures_are_for_that_person_and_the_team_leads(string viewer, string asked, HttpStatusCode expected)
    {
        await using var bot = await LocalKit.Start();
        using var somebody = await DashboardClient.SignedIn(bot, viewer);

        Assert.Equal(expected, (await somebody.Page("/dashboard?" + asked)).Status);
        Assert.Equal(expected, (await somebody.Page("/dashboard/figures?" + asked)).Status);
    }

    [Fact]
    public async Task The_page_carries_no_style_and_no_script_of_its_own_and_loads_nothing_from_elsewhere()
    {
        await using var bot = await WithHistory();
        using var cleo = await DashboardClient.SignedIn(bot, "cleo");

        var (_, page) = await cleo.Page("/dashboard");

        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.All(page.QuerySelectorAll("[src], link[href], img"), element => Assert.StartsWith("/dashboard/assets/", element.GetAttribute("src") ?? element.GetAttribute("href"), StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll(".drawing"), drawing => Assert.NotEqual(string.Empty, drawing.GetAttribute("aria-label")));
        Assert.All(page.QuerySelectorAll("figure .drawing"), drawing => Assert.NotNull(drawing.Closest("figure")!.QuerySelector("table caption")));
    }

    /// <summary>Forty leads of one morning, each with a fate of its own.</summary>
    private static async Task<RunningBot> WithHistory()
    {
        var bot = await LocalKit.Start();
        var desk = bot.Services.GetRequiredService<LeadDesk>();
        for (var number = 0; number < 40; number++)
        {
            var campaign = Campaigns[number % Campaigns.Length];
            var lead = await LocalKit.HandOverUnposted(bot, string.Create(CultureInfo.InvariantCulture, $"p{number}"), brief => brief with { Campaign = campaign });
            var rep = number % 5 < 3 ? "sample-rosa" : "sample-sam";
            foreach (var (step, command) in Fate(number).Index())
            {
                var request = new LeadRequest(Door.Local, new Caller.Person(new(Door.Local, rep)), command, $"{lead}/{step}", LeadAnswers.Kept);
                Assert.IsType<DeskResult.Done>(await desk.Decide(lead, request, Ct));
            }
        }

        return bot;
    }

    private static IEnumerable<LeadCommand> Fate(int number)
    {
        if (number % 10 == 9)
            yield break;
        if (number % 4 == 3)
        {
            yield return new LeadCommand.Reject(new Rejection(Reasons[number % Reasons.Length], null));
            yield break;
        }

        yield return new LeadCommand.Accept();
        if (number % 2 == 0)
            yield return new LeadCommand.Contact(Now);
        if (number % 6 == 0)
            yield return new LeadCommand.Qualify(Now);
        if (number % 12 == 0)
            yield return new LeadCommand.OpenOpportunity(Now, null);
        if (number == 12)
            yield return new LeadCommand.Win(Now, SampleLeads.FiftyThousand);
    }

    /// <summary>Asked anew for each step: nothing happens to a lead before it was accepted.</summary>
    private static NodaTime.Instant Now => NodaTime.Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    private static async Task<IReadOnlyList<IReadOnlyList<LeadEvent>>> Lives(RunningBot bot)
    {
        var page = await bot.Store.ListLeads(new LeadQuery(new PodId("sample"), [], null, null, 200), Ct);
        var lives = new List<IReadOnlyList<LeadEvent>>();
        foreach (var stored in page.Leads)
            lives.Add(await bot.Store.History(stored.Lead.Id, Ct));
        return lives;
    }

    private static int Number(IElement element) => int.Parse(element.TextContent.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static string Percent(int part, int of) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100.0 * part / of, MidpointRounding.AwayFromZero)} %");
}
