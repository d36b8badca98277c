using System.Text.RegularExpressions;
using AlignmentBot.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>The dashboard in a real browser: getting in, asking, and watching it change.</summary>
[Collection(BrowserTests.Name)]
public sealed class DashboardTests(Browsers browsers) : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await RunningBot.Start();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_link_from_the_chat_opens_the_dashboard_once_and_for_its_own_member()
    {
        await using var desk = await browsers.Open();
        await using var another = await browsers.Open();
        await using var maxs = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        await rosa.Type("/mql dashboard");
        var link = (await rosa.Whisper.GetByRole(AriaRole.Link, new() { Name = "Open the dashboard of Sample pod" }).GetAttributeAsync("href"))!;

        var max = await SignIn(maxs, "max");
        await max.GotoAsync(link);
        await Expect(max.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This link belongs to somebody else. You are signed in as yourself, and it was not used up.");

        var page = await desk.NewPageAsync();
        await page.GotoAsync(link);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Welcome, Rosa Rep" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the dashboard" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "How well we work together" })).ToBeVisibleAsync();

        var late = await another.NewPageAsync();
        await late.GotoAsync(link);
        await Expect(late.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This link has been used already. Each one works once.");
        await late.GotoAsync($"{bot.Address}dashboard");
        await Expect(late.GetByText("/mql dashboard")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_choice_stands_in_the_address_and_is_the_same_for_who_opens_it()
    {
        await using var desk = await browsers.Open();
        await using var other = await browsers.Open();
        var page = await SignIn(desk, "cleo");
        await page.GetByLabel("Period").SelectOptionAsync("this-month");
        await page.GetByLabel("Rep", new() { Exact = true }).SelectOptionAsync("sample-rosa");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/dashboard\?period=this-month&rep=sample-rosa$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var shown = await page.Locator(".headline").InnerTextAsync();

        var shared = await SignIn(other, "bram");
        await shared.GotoAsync(page.Url);

        await Expect(shared.GetByLabel("Rep", new() { Exact = true })).ToHaveValueAsync("sample-rosa");
        Assert.Equal(shown, await shared.Locator(".headline").InnerTextAsync());
        await shared.GetByRole(AriaRole.Link, new() { Name = "Show everything" }).ClickAsync();
        await Expect(shared).ToHaveURLAsync(new Regex(@"/dashboard\?period=this-month$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task An_open_page_follows_the_pod_and_keeps_what_is_unfolded()
    {
        await using var desk = await browsers.Open();
        await using var other = await browsers.Open();
        var page = await SignIn(desk, "cleo");
        await Expect(page.Locator("body")).ToHaveAttributeAsync("data-connected", "true");
        await page.Locator("#funnel summary").ClickAsync();
        var accepted = page.Locator("#funnel table tbody tr").Nth(1).Locator("td").First;
        var before = int.Parse(await accepted.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

        var rosa = await ChatWindow.Open(other, bot, "rosa");
        await rosa.Press("Ada Example", "Accept");

        await Expect(accepted).ToHaveTextAsync((before + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Expect(page.Locator("#funnel details")).ToHaveAttributeAsync("open", string.Empty);
    }

    [Theory]
    [InlineData("dashboard-light", 1280, 900, ColorScheme.Light)]
    [InlineData("dashboard-dark", 1280, 900, ColorScheme.Dark)]
    [InlineData("dashboard-phone", 360, 740, ColorScheme.Light)]
    public async Task Nothing_sticks_out_and_every_part_has_its_name(string name, int width, int height, ColorScheme scheme)
    {
        await using var desk = await browsers.Open(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, ColorScheme = scheme });
        var page = await SignIn(desk, "cleo");
        foreach (var title in new[] { "How well we work together", "From hand-over to won", "Time to a decision", "Why leads come back", "Campaigns", "Sources", "Load and conversion per rep" })
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("^Of [0-9]+ leads, [0-9]+ were accepted", RegexOptions.None, TimeSpan.FromSeconds(1)) })).ToBeVisibleAsync();
        await Screenshots.Take(page, name);

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the figures" })).ToBeFocusedAsync();
        Assert.False(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    [Fact]
    public async Task The_leads_behind_a_view_come_as_a_file()
    {
        await using var desk = await browsers.Open();
        var page = await SignIn(desk, "cleo");

        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Leads as a file (CSV)" }).ClickAsync());

        Assert.Matches(@"^leads-sample-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$", file.SuggestedFilename);
    }

    [Fact]
    public async Task Without_scripts_the_page_shows_and_filters_all_the_same()
    {
        await using var desk = await browsers.Open(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await SignIn(desk, "rosa");

        await page.GetByLabel("Period").SelectOptionAsync("last-month");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("period=last-month", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(page.GetByLabel("Period")).ToHaveValueAsync("last-month");
    }

    /// <summary>By the link on the local page; faults that the browser reports, such as something the policy refuses, fail the test.</summary>
    private async Task<IPage> SignIn(IBrowserContext context, string persona)
    {
        var page = await context.NewPageAsync();
        page.Console += (_, line) => Assert.False(line.Type == "error" && line.Text.Contains("Content Security Policy", StringComparison.Ordinal), line.Text);
        await page.GotoAsync($"{bot.Address}local/dashboard?pod=sample&as=sample-{persona}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the dashboard" }).ClickAsync();
        await Expect(page.Locator("#figures")).ToBeVisibleAsync();
        return page;
    }
}
