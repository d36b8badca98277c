using System.Globalization;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Bot.Dashboard;
using AlignmentBot.Tests.Bot.Local;
using AlignmentBot.Tests.Fakes;
using AngleSharp;
using AngleSharp.Dom;
using NodaTime;
using NodaTime.Text;
using Sampled = AlignmentBot.Bot.Channels.Local.Sample;

namespace AlignmentBot.Tests.Bot.Statistics;

/// <summary>Whosever figures are asked for, and for whatever period: the command, the page and the file count the leads that plain SQL counts.</summary>
public sealed class EveryQuestionTests : IAsyncLifetime
{
    private const int Leads = 160;

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>Friday the 20th of November, 10:00.</summary>
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 9, 0);

    private static readonly string[] Campaigns = ["Webinar", "Autumn fair", "Q4: \"last call\""];
    private static readonly string[] Sources = ["paid search", "event"];
    private static readonly string[] Marketers = ["max", "mia", "bram"];

    /// <summary>What is typed, and the days that are meant.</summary>
    private static readonly (string Words, string From, string Until)[] Periods =
    [
        ("", "2026-11-01", "2026-11-30"),
        ("this month", "2026-11-01", "2026-11-30"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("quarter", "2026-10-01", "2026-12-31"),
        ("last quarter", "2026-07-01", "2026-09-30"),
        ("week", "2026-11-16", "2026-11-22"),
        ("90d", "2026-08-23", "2026-11-20"),
        ("October", "2026-10-01", "2026-10-31"),
        ("2026-07", "2026-07-01", "2026-07-31"),
        ("2026-09-10..2026-10-25", "2026-09-10", "2026-10-25"),
    ];

    /// <summary>Who is typed, what the page's address says for it, and the condition of plain SQL over the leads' own documents.</summary>
    private static readonly (string Words, string Address, string Sql)[] Everybody =
    [
        ("pod", "", "1"),
        ("me", "marketer=sample-bram", "json_extract(document, '$.brief.marketer') = 'bram@example.com'"),
        ("@rosa", "rep=sample-rosa", "json_extract(document, '$.state.owned.owner') = 'sample-rosa'"),
        ("campaign webinar", "campaign=webinar", "json_extract(document, '$.brief.campaign') = 'Webinar'"),
        ("source \"paid search\"", "source=paid%20search", "json_extract(document, '$.brief.source') = 'paid search'"),
        ("tier A", "tier=A", "json_extract(document, '$.brief.score') >= 80"),
        ("marketer mia", "marketer=sample-mia", "json_extract(document, '$.brief.marketer') = 'mia@example.com'"),
        ("agreement 2", "agreement=2", "json_extract(document, '$.agreementVersion') = 2"),
    ];

    private RunningBot bot = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        bot = await RunningBot.Start(["--Local:SampleData=false", $"--Clock:Start={InstantPattern.General.Format(Now)}"]);
        await bot.Store.SavePod(Sampled.SamplePod.Make(Zone.Id), Ct);
        foreach (var member in Sampled.SamplePod.Members)
            await bot.Store.SaveMember(member, Ct);
        var pod = (await bot.Store.FindPod(Sampled.SamplePod.Id, Ct))!;
        await bot.Store.Commit(new Commit { Leads = [.. Enumerable.Range(0, Leads).Select(number => Life(number, pod))] }, Ct);
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Command_page_and_file_count_what_plain_SQL_counts()
    {
        using var bram = await LocalClient.Open(bot, "bram");
        using var page = await DashboardClient.SignedIn(bot, "bram");
        using var plain = new PlainFigures(bot.StorePath);
        var counts = new HashSet<int>();
        foreach (var (who, address, sql) in Everybody)
        {
            foreach (var (period, from, until) in Periods)
            {
                var counted = plain.Count($"SELECT count(*) FROM leads WHERE handed_over_at >= {Start(from, 0)} AND handed_over_at < {Start(until, 1)} AND {sql}");

                Assert.Equal((who, period, counted), (who, period, await ByCommand(bram, $"{who} {period}")));
                Assert.Equal((who, period, counted), (who, period, await OnPage(page, $"/dashboard?from={from}&to={until}&{address}")));
                counts.Add(counted);
            }

            var all = plain.Count($"SELECT count(*) FROM leads WHERE handed_over_at >= {Start("2026-07-01", 0)} AND handed_over_at < {Start("2026-09-30", 1)} AND {sql}");
            Assert.Equal((who, all), (who, await InFile(bram, $"{who} last quarter")));
        }

        Assert.True(counts.Count > 20, "The questions hardly differ.");
    }

    /// <summary>A lead on both sides of midnight and all over the half year, taken at once or not at all.</summary>
    private static LeadWrite Life(int number, AlignmentBot.Domain.Roster.Pod pod)
    {
        var at = Now - Duration.FromHours(number * 29) - Duration.FromMinutes(number * 7);
        var id = new LeadId(string.Create(CultureInfo.InvariantCulture, $"question{number:000}"));
        var brief = new Brief
        {
            FirstName = "Ada",
            Email = string.Create(CultureInfo.InvariantCulture, $"p{number}@example.com"),
            Phone = "+31 20 555 0100",
            Company = new Company("Example Ltd"),
            Campaign = Campaigns[number % Campaigns.Length],
            Source = Sources[number / 2 % Sources.Length],
            Marketer = Marketers[number % 7 % Marketers.Length] + "@example.com",
            Score = number * 13 % 100,
        };
        var handed = Decide(null, new LeadCommand.HandOver(id, pod, 1 + number % 5 % 2, brief, null), new Actor.Crm("crm"), at);
        return number % 3 == 0
            ? handed
            : Decide(handed, new LeadCommand.Accept(), new Actor.Person(Sampled.SamplePod.Members.First(member => member.Id.Value == (number % 2 == 0 ? "sample-rosa" : "sample-sam"))), at + Duration.FromMinutes(20));
    }

    private static LeadWrite Decide(LeadWrite? before, LeadCommand command, Actor actor, Instant at)
    {
        var happened = Assert.IsType<Decision.Happened>(LeadDecider.Decide(before?.Lead, command, actor, at));
        var events = before?.Events.ToList() ?? [];
        foreach (var fact in happened.Facts)
            events.Add(new LeadEvent(happened.Next.Id, events.Count + 1, at, actor.Author, Door.Api, fact));
        return new LeadWrite(happened.Next, 0, events.ToValueList());
    }

    private static async Task<int> ByCommand(LocalClient chat, string question)
    {
        var card = (await chat.Command("stats " + question, "stats " + question)).GetProperty("html").GetString()!;
        using var page = await BrowsingContext.New(AngleSharp.Configuration.Default).OpenAsync(html => html.Content(card), Ct);

        // A card about no leads says so, and has no facts.
        return page.QuerySelectorAll("dl.ab-facts dt").FirstOrDefault(label => label.TextContent == "Handed over")?.NextElementSibling is { } fact ? Number(fact) : 0;
    }

    private static async Task<int> OnPage(DashboardClient window, string address) => Number((await window.Page(address)).Page.QuerySelector(".headline strong")!);

    /// <summary>Lines of the file, without its head.</summary>
    private static async Task<int> InFile(LocalClient chat, string question)
    {
        var card = (await chat.Command("export " + question, "export " + question)).GetProperty("html").GetString()!;
        using var page = await BrowsingContext.New(AngleSharp.Configuration.Default).OpenAsync(html => html.Content(card), Ct);
        var text = await chat.Http.GetStringAsync(new Uri(page.QuerySelector("a[href*='/export/']")!.GetAttribute("href")!), Ct);
        return text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1;
    }

    private static int Number(IElement element) => int.Parse(element.TextContent.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static long Start(string day, int daysLater) =>
        Zone.AtStartOfDay(LocalDatePattern.Iso.Parse(day).Value.PlusDays(daysLater)).ToInstant().ToUnixTimeTicks();
}
