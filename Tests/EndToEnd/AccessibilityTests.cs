using AlignmentBot.Tests.Bot.Statistics;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Clients;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>The dashboard for who does not see it, or has no mouse: what the browser tells a screen reader, the way of the keyboard, and axe's rules.</summary>
[Collection(BrowserTests.Name)]
public sealed class AccessibilityTests(Browsers browsers) : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await FigureHistory.Start();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData(ColorScheme.Light, 1280, Media.Screen)]
    [InlineData(ColorScheme.Dark, 1280, Media.Screen)]
    [InlineData(ColorScheme.Light, 360, Media.Screen)]
    [InlineData(ColorScheme.Dark, 360, Media.Screen)]
    [InlineData(ColorScheme.Dark, 1280, Media.Print)]
    public async Task Axe_finds_nothing_to_mend(ColorScheme scheme, int width, Media media)
    {
        var axe = await File.ReadAllTextAsync(NodeClients.FileOf("axe-core", "axe.min.js"), TestContext.Current.CancellationToken);
        await using var desk = await browsers.Open(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme });
        var page = await SignIn(desk, "cleo");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = media });
        await Unfold(page);
        await Screenshots.Take(page, $"dashboard-unfolded-{scheme}-{width}-{media}");

        await page.EvaluateAsync(axe);
        var faults = await page.EvaluateAsync<string[]>(
            "async () => (await axe.run(document)).violations.flatMap(fault => fault.nodes.map(node => `${fault.id}: ${node.target} ${node.any.map(check => check.message)}`))");

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Each_chart_is_a_picture_with_a_sentence_and_a_table_with_heads()
    {
        await using var desk = await browsers.Open();
        var page = await SignIn(desk, "cleo");
        await Unfold(page);

        foreach (var title in new[] { "The agreement, kept", "From hand-over to won", "Time to a decision", "Why leads come back", "Load and conversion per rep" })
        {
            var chart = page.GetByRole(AriaRole.Figure, new() { Name = title, Exact = true });
            await Expect(chart).ToBeVisibleAsync();
            Assert.False(string.IsNullOrWhiteSpace(await chart.GetByRole(AriaRole.Img).First.GetAttributeAsync("aria-label")));
            await Expect(chart.GetByRole(AriaRole.Table, new() { Name = title, Exact = true })).ToBeVisibleAsync();
            Assert.True(await chart.GetByRole(AriaRole.Columnheader).CountAsync() > 1);
            Assert.True(await chart.GetByRole(AriaRole.Rowheader).CountAsync() > 0);
        }

        await Expect(page.GetByRole(AriaRole.Main)).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Banner)).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sample pod");
    }

    [Fact]
    public async Task The_keyboard_goes_from_the_skip_link_over_the_filter_to_the_figures_in_the_order_of_the_page()
    {
        await using var desk = await browsers.Open();
        var page = await SignIn(desk, "cleo");
        await page.EvaluateAsync("() => { document.activeElement?.blur(); window.scrollTo(0, 0); }");

        var order = new List<double>();
        var names = new List<string>();
        for (var step = 0; step < 40; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            var name = await page.EvaluateAsync<string>("() => document.activeElement === document.body ? '' : (document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()");
            if (name.Length == 0)
                break;
            names.Add(name);
            order.Add(await page.EvaluateAsync<double>("() => [...document.querySelectorAll('*')].indexOf(document.activeElement)"));
        }

        Assert.Equal("Skip to the figures", names[0]);
        Assert.Contains("Period", names);
        Assert.Contains(names, name => name.StartsWith("Show", StringComparison.Ordinal));
        Assert.Contains("As a table: From hand-over to won", names);
        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public async Task On_paper_every_table_is_open_and_nothing_asks_to_be_pressed()
    {
        await using var desk = await browsers.Open();
        var page = await SignIn(desk, "cleo");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Expect(page.Locator("#funnel table")).ToBeVisibleAsync();
        await Expect(page.Locator(".filters")).ToBeHiddenAsync();
        await Screenshots.Take(page, "dashboard-print");
    }

    private static Task Unfold(IPage page) => page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => details.open = true)");

    private async Task<IPage> SignIn(IBrowserContext context, string persona)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{bot.Address}local/dashboard?pod=sample&as=sample-{persona}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the dashboard" }).ClickAsync();
        await Expect(page.Locator("#figures")).ToBeVisibleAsync();
        return page;
    }
}
