using System.Globalization;
using AlignmentBot.Tests.Bot.Dashboard;
using AlignmentBot.Tests.Bot.Local;
using AlignmentBot.Tests.Fakes;
using AngleSharp;
using AngleSharp.Dom;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Statistics;

/// <summary>Every figure that people see is counted again by <see cref="PlainFigures"/>, over leads with promises kept, broken and overdue.</summary>
public sealed class EveryFigureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_says_how_the_agreement_is_kept_as_plain_SQL_counts_it()
    {
        await using var bot = await FigureHistory.Start();
        using var plain = new PlainFigures(bot.StorePath);
        using var cleo = await DashboardClient.SignedIn(bot, "cleo");

        var (_, page) = await cleo.Page("/dashboard?period=this-month");

        var (sales, marketing) = (plain.Kept(FigureHistory.Seen, "decide", "first_contact", "outcome"), plain.Kept(FigureHistory.Seen, "answer", "supply"));
        Assert.True(sales is { Kept: > 0, Overdue: > 0 } && sales.Kept < sales.Of && marketing is { Kept: > 0, Overdue: > 0 }, "the history holds too little");
        Assert.Equal(
            $"In these days marketing kept {Percent(marketing)} of its promises, sales {Percent(sales)}.", page.QuerySelector("#kept .says")!.TextContent);
        Assert.Equal([Percent(marketing), Percent(sales)], page.QuerySelectorAll("#kept .legend strong").Select(Words));
        var clauses = new[] { "supply", "decide", "first_contact", "outcome", "answer" }.Select(clause => plain.Kept(FigureHistory.Seen, clause));
        Assert.Equal(
            clauses.Select(clause => $"{Shown(clause)} | {clause.Kept} of {clause.Of} | {clause.Overdue}"),
            page.QuerySelectorAll("#kept tbody tr").Select(row => string.Join(" | ", row.QuerySelectorAll("td").Skip(1).Take(3).Select(Words))));
    }

    [Fact]
    public async Task The_page_says_decision_times_sources_and_signals_as_plain_SQL_counts_them()
    {
        await using var bot = await FigureHistory.Start();
        using var plain = new PlainFigures(bot.StorePath);
        using var cleo = await DashboardClient.SignedIn(bot, "cleo");

        var (_, page) = await cleo.Page("/dashboard?period=this-month");

        var (working, raw) = (plain.DecisionWorking(), plain.DecisionRaw());
        Assert.Equal(Time(PlainFigures.MinutesAt(0.5, working), "00"), page.QuerySelectorAll(".headline strong").Select(Words).ElementAt(2));
        Assert.Equal(
            Buckets(working).Zip(Buckets(raw), (one, other) => $"{one} | {other}"),
            page.QuerySelectorAll("#decision tbody tr").Select(row => string.Join(" | ", row.QuerySelectorAll("td").Select(Words))));
        Assert.Equal(
            plain.By("source").Select(source => $"{(source.Value.Length == 0 ? "Not named" : source.Value)} {source.Leads}").Order(StringComparer.Ordinal),
            page.QuerySelectorAll("#sources tbody tr").Select(row => $"{Words(row.QuerySelector("th")!)} {Words(row.QuerySelectorAll("td")[1])}").Order(StringComparer.Ordinal));
        Assert.Equal(Signals(plain), page.QuerySelectorAll(".signal-value").Select(Words));
    }

    [Fact]
    public async Task Each_fact_of_the_stats_card_is_what_plain_SQL_counts()
    {
        await using var bot = await FigureHistory.Start();
        using var plain = new PlainFigures(bot.StorePath);
        using var rosa = await LocalClient.Open(bot, "rosa");

        var facts = await Facts((await rosa.Command("stats pod this month")).GetProperty("html").GetString()!);

        var (decided, rejections) = (plain.With("accepted", "rejected"), plain.Count("SELECT count(*) FROM events WHERE kind = 'rejected'"));
        var answered = plain.Count("SELECT count(DISTINCT lead) FROM events WHERE kind IN ('recycled', 'rejection_noted')");
        Assert.Equal(FigureHistory.Leads.ToString(CultureInfo.InvariantCulture), facts["Handed over"]);
        Assert.Equal(Marked(Complete(plain), FigureHistory.Leads), facts["Complete"]);
        Assert.Equal($"{Marked(plain.With("accepted"), decided)} ({plain.With("accepted")} of {decided})", facts["Accepted"]);
        Assert.Equal(Spread(plain.DecisionWorking()), facts["Decided"]);
        Assert.Equal(Spread(plain.ContactWorking()), facts["First contact"]);
        Assert.Equal(Marked(plain.With("contacted"), FigureHistory.Leads), facts["Picked up"]);
        var (sales, marketing) = (plain.Kept(FigureHistory.Seen, "decide", "first_contact", "outcome"), plain.Kept(FigureHistory.Seen, "answer", "supply"));
        Assert.Equal($"sales {Marked(sales.Kept, sales.Of)}, marketing {Marked(marketing.Kept, marketing.Of)}", facts["Agreement kept"]);
        Assert.Equal($"{rejections}, answered {Marked(answered, rejections)}", facts["Rejected"]);
        Assert.Equal($"{plain.With("won")} (EUR 50,000)", facts["Won"]);
        string Now(string state) => plain.Count($"SELECT count(*) FROM leads WHERE state = '{state}'").ToString(CultureInfo.InvariantCulture);
        var work = plain.Count("SELECT count(*) FROM leads WHERE state IN ('accepted', 'contacted', 'qualified', 'opportunity')");
        Assert.Equal($"{Now("offered")} waiting, {Now("incomplete")} incomplete, {work} in work", facts["Open now"]);
    }

    /// <summary>As they stand on the page: four of marketing, four of sales.</summary>
    private static IEnumerable<string> Signals(PlainFigures plain)
    {
        yield return FigureHistory.Leads.ToString(CultureInfo.InvariantCulture);
        yield return Percent(Complete(plain), FigureHistory.Leads);
        yield return Percent(plain.Kept(FigureHistory.Seen, "answer", "supply"));
        yield return Percent(plain.Kept(FigureHistory.Seen, "answer"));
        yield return Percent(plain.With("accepted"), plain.With("accepted", "rejected"));
        yield return Percent(plain.With("contacted"), FigureHistory.Leads);
        yield return Percent(plain.Kept(FigureHistory.Seen, "decide", "first_contact", "outcome"));
        yield return Percent(
            plain.Count("SELECT count(*) FROM events WHERE kind = 'rejected' AND json_extract(fact, '$.rejection.note') <> ''"), plain.Count("SELECT count(*) FROM events WHERE kind = 'rejected'"));
    }

    private static int Complete(PlainFigures plain) =>
        plain.Count("SELECT count(*) FROM events WHERE kind = 'handed_over' AND json_array_length(fact, '$.missing') = 0");

    private static IEnumerable<int> Buckets(IReadOnlyList<int> seconds)
    {
        int[] edges = [0, 15, 30, 60, 120, 240, 480, 1440, 4320, int.MaxValue / 60];
        return edges.SkipLast(1).Zip(edges.Skip(1), (from, to) => seconds.Count(time => time >= from * 60 && time < to * 60));
    }

    private static string Shown((int Kept, int Of, int Overdue) clause) => clause.Of < 5 ? "–" : Percent(clause);

    private static string Percent((int Kept, int Of, int Overdue) rate) => Percent(rate.Kept, rate.Of);

    private static string Percent(int part, int of) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100.0 * part / of, MidpointRounding.AwayFromZero)} %{(of < 20 ? "*" : string.Empty)}");

    /// <summary>As the card writes it.</summary>
    private static string Marked(int part, int of) => Percent(part, of).Replace(" ", string.Empty, StringComparison.Ordinal);

    private static string Spread(IReadOnlyList<int> seconds) =>
        $"half within {Time(PlainFigures.MinutesAt(0.5, seconds), "0")}, nine of ten within {Time(PlainFigures.MinutesAt(0.9, seconds), "0")} of working time{(seconds.Count < 20 ? " *" : string.Empty)}";

    /// <summary>The card leaves out minutes that are none; the page writes two digits.</summary>
    private static string Time(int minutes, string format) => minutes < 60
        ? string.Create(CultureInfo.InvariantCulture, $"{minutes} min")
        : format == "0" && minutes % 60 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} h")
        : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} h {(minutes % 60).ToString(format, CultureInfo.InvariantCulture)} min");

    private static string Words(IElement element) => element.TextContent.Trim();

    private static async Task<Dictionary<string, string>> Facts(string card)
    {
        using var page = await BrowsingContext.New(AngleSharp.Configuration.Default).OpenAsync(html => html.Content(card), Ct);
        return page.QuerySelectorAll("dl.ab-facts dt").ToDictionary(label => label.TextContent, label => label.NextElementSibling!.TextContent, StringComparer.Ordinal);
    }
}
