using AlignmentBot.Bot.Channels.Slack.Install;
using AlignmentBot.Tests.Fakes.Slack;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Slack.Install;

/// <summary>The way of a person to Slack and back.</summary>
public sealed class InstallPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Person_who_lets_the_app_in_reads_what_to_do_next()
    {
        await using var bot = await InstallBot.Start();

        var page = await bot.Install(FakeTeam.Example);

        Assert.Equal((200, "AlignmentBot is in Example Ltd"), (page.Status, page.Title));
        Assert.Contains("/invite @AlignmentBot", page.Words, StringComparison.Ordinal);
        Assert.Contains("/mql setup", page.Words, StringComparison.Ordinal);
        var stored = await bot.Installed(FakeTeam.Example);
        Assert.Equal(("T0TEAM", "Example Ltd", "U0BOT", "U0ADMIN"), (stored.Workspace, stored.Name, stored.BotUser, stored.InstalledBy));
        Assert.Contains("chat:write", stored.Scopes);
    }

    [Fact]
    public async Task Page_runs_nothing_and_loads_nothing()
    {
        await using var bot = await InstallBot.Start();

        var page = await bot.Install(FakeTeam.Example);

        Assert.Contains("default-src 'none'; style-src 'sha256-", page.Headers, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", page.Headers, StringComparison.Ordinal);
        Assert.Contains("no-store", page.Headers, StringComparison.Ordinal);
        Assert.Contains("Referrer-Policy: no-referrer", page.Headers, StringComparison.Ordinal);
        Assert.Empty(page.Document().QuerySelectorAll("script, link, img, iframe, form"));
    }

    [Fact]
    public async Task Cookie_is_for_this_host_alone_over_https()
    {
        await using var bot = await InstallBot.Start("https://bot.example.com");
        using var browser = bot.Browser();

        await browser.Consent(Ct);

        var cookie = Assert.Single(browser.SetCookies);
        Assert.StartsWith("__Host-slack_install=", cookie, StringComparison.Ordinal);
        foreach (var attribute in new[] { "path=/", "secure", "httponly", "samesite=lax", "max-age=600" })
            Assert.Contains(attribute, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Cookie_has_a_plain_name_where_the_bot_is_tried_out_on_this_machine()
    {
        await using var bot = await InstallBot.Start();
        using var browser = bot.Browser();

        await browser.Consent(Ct);

        var cookie = Assert.Single(browser.SetCookies);
        Assert.StartsWith("slack_install=", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Forged_state_installs_nothing()
    {
        await using var bot = await InstallBot.Start();
        using var browser = bot.Browser();
        var back = await browser.Consent(Ct);

        var page = await browser.Open(back.Replace("state=", "state=A", StringComparison.Ordinal), Ct);

        await Refused(bot, page);
    }

    [Fact]
    public async Task State_works_once()
    {
        await using var bot = await InstallBot.Start();
        using var browser = bot.Browser();
        var back = await browser.Consent(Ct);
        var cookies = browser.Cookies.ToList();
        await browser.Open(back, Ct);
        Assert.Empty(browser.Cookies);
        foreach (var (name, value) in cookies)
            browser.Cookies[name] = value;

        var page = await browser.Open(back, Ct);

        Assert.Equal((400, "This link cannot be used any more"), (page.Status, page.Title));
        Assert.Equal(1, bot.Slack.Count("oauth.v2.access"));
    }

    [Fact]
    public async Task State_works_for_ten_minutes()
    {
        await using var bot = await InstallBot.Start();
        using var browser = bot.Browser();
        var back = await browser.Consent(Ct);
        bot.Time.Advance(Duration.FromTimeSpan(InstallStates.Lifetime) - Duration.FromSeconds(1));

        Assert.Equal(200, (await browser.Open(back, Ct)).Status);
    }

    [Fact]
    public async Task State_ends_after_ten_minutes()
    {
        await using var bot = await InstallBot.Start();
        using var browser = bot.Browser();
        var back = await browser.Consent(Ct);
        bot.Time.Advance(Duration.FromTimeSpan(InstallStates.Lifetime));

        await Refused(bot, await browser.Open(back, Ct));
    }

    [Fact]
    public async Task Link_that_leads_back_is_worthless_in_another_browser()
    {
        await using var bot = await InstallBot.Start();
        using var mine = bot.Browser();
        using var fresh = bot.Browser();
        using var busy = bot.Browser();
        var back = await mine.Consent(Ct);
        await busy.Consent(Ct);

        await Refused(bot, await fresh.Open(back, Ct));
        await Refused(bot, await busy.Open(back, Ct));
    }

    [Fact]
    public async Task Somebody_who_only_guesses_the_address_reads_where_to_start()
    {
        await using var bot = await InstallBot.Start("https://bot.example.com");
        using var browser = bot.Browser();

        var page = await browser.Open("/slack/oauth/callback", Ct);

        Assert.Equal(400, page.Status);
        Assert.Equal("https://bot.example.com/slack/install", page.Document().QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Person_who_says_no_reads_a_kind_page()
    {
        await using var bot = await InstallBot.Start();
        bot.Slack.OAuth.Decline = true;

        var page = await bot.Install(FakeTeam.Example);

        Assert.Equal((200, "Nothing was installed"), (page.Status, page.Title));
        Assert.Equal(0, bot.Slack.Count("oauth.v2.access"));
        Assert.Empty(await bot.Store.Installations(Ct));
    }

    [Fact]
    public async Task Wrong_client_secret_is_told_to_the_person_and_explained_in_the_log()
    {
        await using var bot = await InstallBot.Start();
        bot.Slack.OAuth.Refusal = "bad_client_secret";

        var page = await bot.Install(FakeTeam.Example);

        Assert.Equal(502, page.Status);
        Assert.Contains("bad_client_secret", page.Words, StringComparison.Ordinal);
        Assert.Contains("Slack:ClientSecret is not right", bot.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeOAuth.ClientSecret, bot.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slack_that_does_not_answer_is_told_as_such()
    {
        await using var bot = await InstallBot.Start();
        bot.Slack.Fault = method => method == "oauth.v2.access" ? SlackFault.Cut : SlackFault.None;

        var page = await bot.Install(FakeTeam.Example);

        Assert.Equal((502, "Slack did not answer"), (page.Status, page.Title));
    }

    [Fact]
    public async Task Words_from_outside_are_never_markup()
    {
        await using var bot = await InstallBot.Start();
        const string script = "<script>alert(1)</script>";
        using var browser = bot.Browser();
        var back = await browser.Consent(Ct);
        var state = back[back.IndexOf("state=", StringComparison.Ordinal)..];

        var refused = await browser.Open($"/slack/oauth/callback?error={Uri.EscapeDataString(script)}&{state}", Ct);
        var installed = await bot.Install(FakeTeam.Example with { Name = script });

        foreach (var page in new[] { refused, installed })
        {
            Assert.Empty(page.Document().QuerySelectorAll("script"));
            Assert.Contains(script, page.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_are_not_there_for_one_workspace_by_configuration()
    {
        await using var bot = await SlackBot.Start();
        using var http = new HttpClient { BaseAddress = bot.Address };

        Assert.Equal(404, (int)(await http.GetAsync(new Uri("/slack/install", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(404, (int)(await http.GetAsync(new Uri("/slack/oauth/callback", UriKind.Relative), Ct)).StatusCode);
    }

    private static async Task Refused(InstallBot bot, FakePage page)
    {
        Assert.Equal((400, "This link cannot be used any more"), (page.Status, page.Title));
        Assert.Equal(0, bot.Slack.Count("oauth.v2.access"));
        Assert.Empty(await bot.Store.Installations(Ct));
    }
}
