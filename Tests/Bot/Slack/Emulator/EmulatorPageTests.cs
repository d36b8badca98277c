using AlignmentBot.Cards;
using AlignmentBot.Tests.EndToEnd;
using AlignmentBot.Tests.Fakes.Emulator;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlignmentBot.Tests.Bot.Slack.Emulator;

/// <summary>What the emulator's own page shows of the bot. It shows texts and threads, so it sees what a screen reader or a phone's notification says.</summary>
[Collection(BrowserTests.Name)]
public sealed class EmulatorPageTests(Browsers browsers)
{
    [Fact]
    public async Task Card_thread_and_home_tab_are_seen_in_the_inspector()
    {
        await using var bot = await EmulatedBot.Start();
        await using var context = await browsers.Open();
        var page = await context.NewPageAsync();
        var card = await bot.Card();
        await page.GotoAsync(new Uri(bot.Emulator.Address, $"/?tab=messages&channel={bot.Emulator.ChannelId}").ToString());
        await Expect(Row(page, card.Ts)).ToContainTextAsync("Ada Byron");
        await Screenshots.Take(page, "slack-emulator-card");

        await bot.As("rosa").Click(card, ActionIds.RejectForm);
        await bot.As("rosa").Submit(await bot.Modal("Why does this lead not fit"), (FieldNames.Reason, "no_budget"), (FieldNames.Note, "They said next year."));
        await bot.Reply(card, reply => reply.Words.Contains("They said next year.", StringComparison.Ordinal));
        await bot.As("rosa").OpenHome();
        await page.ReloadAsync();

        await Expect(Row(page, card.Ts)).ToContainTextAsync("Rejected");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Rosa rejected this lead: No budget." })).ToHaveCountAsync(2);
        await Screenshots.Take(page, "slack-emulator-rejected");
        await page.GetByRole(AriaRole.Link, new() { Name = "Views" }).ClickAsync();
        await Screenshots.Take(page, "slack-emulator-views");
    }

    [Fact]
    public async Task App_is_installed_by_the_emulators_own_page()
    {
        await using var bot = await EmulatedBot.StartForInstalling();
        await using var context = await browsers.Open();
        var page = await context.NewPageAsync();

        await page.GotoAsync(new Uri(bot.Address, "/slack/install").ToString());
        await Screenshots.Take(page, "slack-install");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rosa Rep" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading)).ToContainTextAsync("Example Ltd");
        await Screenshots.Take(page, "slack-installed");
        var installed = Assert.Single(await bot.Store.Installations(EmulatedBot.Ct));
        Assert.Equal(("T000000001", "Example Ltd"), (installed.Workspace, installed.Name));
        Assert.DoesNotContain("xox", installed.Secret, StringComparison.Ordinal);
    }

    private static ILocator Row(IPage page, string ts) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = ts });
}
