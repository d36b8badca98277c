using AlignmentBot.Domain;
using AlignmentBot.Tests.Bot.Dashboard;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Clients;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>The awards on the dashboard as they look: on a desk, in the dark, on a phone, on paper; for a screen reader, and by the keyboard.</summary>
[Collection(BrowserTests.Name)]
public sealed class AwardsPanelPictureTests(Browsers browsers) : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await AwardsPanelTests.WithRounds(
        AwardsPanelTests.Announced(2026, 9, new MemberId("sample-sam"), new MemberId("sample-max")),
        AwardsPanelTests.Announced(2026, 10, new MemberId("sample-rosa"), null),
        AwardsPanelTests.Announced(2026, 11, new MemberId("sample-rosa"), new MemberId("sample-max")));

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData(ColorScheme.Light, 1280, Media.Screen)]
    [InlineData(ColorScheme.Dark, 1280, Media.Screen)]
    [InlineData(ColorScheme.Light, 360, Media.Screen)]
    [InlineData(ColorScheme.Dark, 360, Media.Screen)]
    [InlineData(ColorScheme.Light, 1280, Media.Print)]
    public async Task Nothing_sticks_out_and_axe_finds_nothing_to_mend(ColorScheme scheme, int width, Media media)
    {
        var axe = await File.ReadAllTextAsync(NodeClients.FileOf("axe-core", "axe.min.js"), TestContext.Current.CancellationToken);
        await using var desk = await browsers.Open(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme });
        var page = await SignIn(desk);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = media });
        var panel = page.GetByRole(AriaRole.Figure, new() { Name = "Awards", Exact = true });
        await panel.ScrollIntoViewIfNeededAsync();
        var certificate = panel.GetByRole(AriaRole.Img, new() { Name = "Certificate. Seller of the month: Rosa Rep. November 2026" });
        Assert.Equal(960, await certificate.EvaluateAsync<int>("async image => { await image.decode(); return image.naturalWidth; }"));
        await Screenshots.Take(page, $"awards-panel-{scheme}-{width}-{media}");

        Assert.False(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"));
        await page.EvaluateAsync(axe);
        Assert.Empty(await page.EvaluateAsync<string[]>(
            "async () => (await axe.run('#awards')).violations.flatMap(fault => fault.nodes.map(node => `${fault.id}: ${node.target} ${node.any.map(check => check.message)}`))"));
    }

    [Fact]
    public async Task A_screen_reader_finds_a_table_with_heads_and_the_keyboard_can_move_it()
    {
        await using var desk = await browsers.Open(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 900 } });
        var page = await SignIn(desk);
        var panel = page.GetByRole(AriaRole.Figure, new() { Name = "Awards", Exact = true });

        await Expect(panel.GetByRole(AriaRole.Columnheader)).ToHaveCountAsync(5);
        await Expect(panel.GetByRole(AriaRole.Rowheader)).ToHaveTextAsync(["November 2026", "October 2026", "September 2026"]);
        var table = panel.GetByRole(AriaRole.Group, new() { Name = "Awards" });
        await table.FocusAsync();
        await Expect(table).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(table).ToHaveJSPropertyAsync("scrollTop", 0);
        await page.WaitForFunctionAsync("() => document.querySelector('#awards .scroll-x').scrollLeft > 0", null, new() { Timeout = 20_000 });
    }

    private async Task<IPage> SignIn(IBrowserContext desk)
    {
        var page = await desk.NewPageAsync();
        await page.GotoAsync($"{bot.Address}local/dashboard?pod=sample&as=sample-cleo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the dashboard" }).ClickAsync();
        await Expect(page.Locator("#figures")).ToBeVisibleAsync();
        return page;
    }
}
