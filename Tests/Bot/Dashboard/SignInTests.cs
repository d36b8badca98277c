using System.Net;
using AlignmentBot.Bot.Dashboard.Access;
using AlignmentBot.Domain;
using AlignmentBot.Tests.Bot.Local;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Bot.Dashboard;

/// <summary>No link, no entry; and each link lets its own member in, once, for ten minutes.</summary>
public sealed class SignInTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_lets_its_member_in()
    {
        await using var bot = await LocalKit.Start();
        using var rosa = await DashboardClient.SignedIn(bot, "rosa");

        var (status, page) = await rosa.Page("/dashboard");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Rosa", page.QuerySelector(".signed-in")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_link_there_is_no_entry()
    {
        await using var bot = await LocalKit.Start();
        using var anybody = new DashboardClient(bot);

        var (status, page) = await anybody.Page("/dashboard");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("The dashboard opens with a link of your own", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("/mql dashboard", page.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_a_link_does_not_use_it_up()
    {
        await using var bot = await LocalKit.Start();
        var link = await DashboardClient.LinkFor(bot, "rosa");
        using var preview = new DashboardClient(bot);
        for (var looks = 0; looks < 3; looks++)
            Assert.Equal(HttpStatusCode.OK, (await preview.Page(link.PathAndQuery)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await preview.Page("/dashboard")).Status);

        using var rosa = new DashboardClient(bot);
        using var entered = await rosa.Enter(link);

        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
    }

    [Fact]
    public async Task A_link_that_was_used_is_refused()
    {
        await using var bot = await LocalKit.Start();
        var link = await DashboardClient.LinkFor(bot, "rosa");
        using var first = new DashboardClient(bot);
        using var second = new DashboardClient(bot);
        var (_, opened) = await second.Page(link.PathAndQuery);
        using var entered = await first.Enter(link);

        using var late = await second.Send(link.PathAndQuery, opened.QuerySelector("form")!);
        var (status, page) = await second.Page(link.PathAndQuery);

        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, status);
        Assert.Equal("This link has been used already. Each one works once.", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.Page("/dashboard")).Status);
    }

    [Theory]
    [InlineData("PT9M59S", HttpStatusCode.OK)]
    [InlineData("PT10M", HttpStatusCode.Gone)]
    public async Task A_link_lasts_ten_minutes(string later, HttpStatusCode expected)
    {
        await using var bot = await RunningBot.Start(["--Clock:Start=2026-11-27T09:00:00Z"]);
        var link = await DashboardClient.LinkFor(bot, "rosa");
        using var rosa = new DashboardClient(bot);

        await DashboardClock.Advance(bot, later);

        Assert.Equal(expected, (await rosa.Page(link.PathAndQuery)).Status);
    }

    [Fact]
    public async Task Somebody_elses_link_is_refused_and_not_used_up()
    {
        await using var bot = await LocalKit.Start();
        var link = await DashboardClient.LinkFor(bot, "rosa");
        using var max = await DashboardClient.SignedIn(bot, "max");

        var (status, page) = await max.Page(link.PathAndQuery);

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.StartsWith("This link belongs to somebody else.", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        using var rosa = new DashboardClient(bot);
        using var entered = await rosa.Enter(link);
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
    }

    [Fact]
    public async Task A_made_up_link_is_refused()
    {
        await using var bot = await LocalKit.Start();
        using var anybody = new DashboardClient(bot);

        Assert.Equal(HttpStatusCode.Gone, (await anybody.Page("/dashboard/enter/" + AccessSecret.Make())).Status);
    }

    [Fact]
    public async Task A_button_that_another_site_presses_lets_nobody_in()
    {
        await using var bot = await LocalKit.Start();
        var link = await DashboardClient.LinkFor(bot, "rosa");
        using var tricked = new DashboardClient(bot);
        using var nothing = new FormUrlEncodedContent([]);

        using var answer = await tricked.Http.PostAsync(link, nothing, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await tricked.Page("/dashboard")).Status);
    }

    [Fact]
    public async Task The_store_keeps_no_secret_of_a_link_or_a_cookie()
    {
        await using var bot = await LocalKit.Start();
        var link = await DashboardClient.LinkFor(bot, "rosa");
        var secret = link.Segments[^1];

        Assert.Null(await bot.Store.FindSignInLink(secret, Ct));
        var kept = await bot.Store.FindSignInLink(AccessSecret.Hash(secret), Ct);
        Assert.DoesNotContain(secret, kept!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        await using var bot = await LocalKit.Start();
        using var rosa = new DashboardClient(bot);
        using var answer = await rosa.Enter(await DashboardClient.LinkFor(bot, "rosa"));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), set => set.StartsWith("alignmentbot=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_cookie_behind_https_is_sent_by_https_only()
    {
        await using var bot = await RunningBot.Start(["--PublicUrl=https://bot.example.com"]);
        var link = await DashboardClient.LinkFor(bot, "rosa");
        Assert.Equal("bot.example.com", link.Host);
        using var rosa = new DashboardClient(bot);
        var (_, page) = await rosa.Page(link.PathAndQuery);
        // The cookie of the form comes back by hand: this client is not on https.
        using var answer = await rosa.Send(link.PathAndQuery, page.QuerySelector("form")!);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), set => set.StartsWith("__Host-alignmentbot=", StringComparison.Ordinal));
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_answer_carries_the_strict_policy()
    {
        await using var bot = await LocalKit.Start();
        using var anybody = new DashboardClient(bot);

        foreach (var address in new[] { "/dashboard", "/dashboard/enter/x", "/dashboard/assets/dashboard.css", "/dashboard/nowhere" })
        {
            using var answer = await anybody.Http.GetAsync(new Uri(address, UriKind.Relative), Ct);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        }
    }

    [Fact]
    public async Task Who_leaves_the_roster_is_out_at_once()
    {
        await using var bot = await LocalKit.Start();
        using var rosa = await DashboardClient.SignedIn(bot, "rosa");
        var member = (await bot.Store.FindMember(new MemberId("sample-rosa"), Ct))!;

        await bot.Store.SaveMember(member with { Active = false }, Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, (await rosa.Page("/dashboard")).Status);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_a_copied_cookie_too()
    {
        await using var bot = await LocalKit.Start();
        using var rosa = await DashboardClient.SignedIn(bot, "rosa");
        using var copy = new DashboardClient(bot);
        copy.Cookies.Add(rosa.Cookies.GetCookies(bot.Address));
        Assert.Equal(HttpStatusCode.OK, (await copy.Page("/dashboard")).Status);
        var (_, page) = await rosa.Page("/dashboard");

        using var left = await rosa.Send("/dashboard/leave", page.QuerySelector("form[action='/dashboard/leave']")!);

        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await copy.Page("/dashboard")).Status);
    }

    [Fact]
    public async Task Dashboard_close_signs_out_everywhere()
    {
        await using var bot = await LocalKit.Start();
        using var desk = await DashboardClient.SignedIn(bot, "rosa");
        using var chat = await LocalClient.Open(bot, "rosa");

        var said = await chat.Command("/mql dashboard close", "close");

        Assert.Equal("Done: you are signed out of the dashboard. It was open in 1 browser.", said.GetProperty("text").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Page("/dashboard")).Status);
    }

    [Theory]
    [InlineData("PT11H59M", HttpStatusCode.OK)]
    [InlineData("PT12H", HttpStatusCode.Unauthorized)]
    public async Task A_session_lasts_twelve_hours(string later, HttpStatusCode expected)
    {
        await using var bot = await RunningBot.Start(["--Clock:Start=2026-11-27T09:00:00Z"]);
        using var rosa = await DashboardClient.SignedIn(bot, "rosa");

        await DashboardClock.Advance(bot, later);

        Assert.Equal(expected, (await rosa.Page("/dashboard")).Status);
    }

    [Fact]
    public async Task A_restart_of_the_bot_signs_nobody_out()
    {
        await using var bot = await LocalKit.Start();
        using var rosa = await DashboardClient.SignedIn(bot, "rosa");

        await bot.Stop();
        await bot.Run();

        Assert.Equal(HttpStatusCode.OK, (await rosa.Page("/dashboard")).Status);
    }
}
