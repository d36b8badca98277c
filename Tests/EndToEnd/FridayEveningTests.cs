using AlignmentBot.Bot.Handlers;
using AlignmentBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>A lead of Friday evening on the local page, whose clock is moved by the control on it.</summary>
[Collection(BrowserTests.Name)]
public sealed class FridayEveningTests(Browsers browsers)
{
    /// <summary>Friday, 20 November 2026, 17:03 in Amsterdam.</summary>
    private static readonly string[] Friday = ["--Clock:Start=2026-11-20T16:03:00Z"];

    [Fact]
    public async Task It_is_due_on_monday_and_says_why()
    {
        await using var bot = await Open();
        await using var context = await browsers.Open();
        var window = await WithNewLead(context, bot);

        await Expect(window.Messages.Last.Locator(".said .ab-status")).ToContainTextAsync("Decide by 23 Nov 2026, 09:3");
        var id = (await window.Messages.Last.Locator(".said [data-value]").First.GetAttributeAsync("data-value"))!;
        await window.Type($"/mql why {id}");
        await Expect(window.Whisper).ToContainTextAsync("Not counted: Sat 21 Nov to Sun 22 Nov (no working hours).");
        await Expect(window.Whisper).ToContainTextAsync("makes 1 h: due Mon 23 Nov, 09:3");
        await Screenshots.Take(window.Page, "friday-evening-why");
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task The_clock_on_the_page_moves_to_monday_where_it_is_overdue_and_was_reminded_of()
    {
        await using var bot = await Open();
        await using var context = await browsers.Open();
        var window = await WithNewLead(context, bot);
        var status = window.Messages.Nth(7).Locator(".said .ab-status");
        var clock = window.Page.GetByRole(AriaRole.Form, new() { Name = "The bot's clock" });

        await Expect(clock).ToContainTextAsync("20 Nov 2026, 17:0");
        await clock.GetByRole(AriaRole.Button, new() { Name = "+1 day" }).ClickAsync();
        await Expect(clock).ToContainTextAsync("21 Nov 2026");
        await Expect(status).ToContainTextAsync("Decide by 23 Nov 2026, 09:3");
        await Screenshots.Take(window.Page, "friday-evening-saturday");

        await clock.GetByRole(AriaRole.Button, new() { Name = "+1 day" }).ClickAsync();
        await Expect(clock).ToContainTextAsync("22 Nov 2026");
        await clock.GetByRole(AriaRole.Button, new() { Name = "+1 day" }).ClickAsync();
        await Expect(clock).ToContainTextAsync("23 Nov 2026");

        await Expect(status).ToContainTextAsync("Overdue: a decision was due by 23 Nov 2026, 09:3");
        await Expect(window.DirectMessages).Not.ToHaveCountAsync(0);
        await Screenshots.Take(window.Page, "friday-evening-monday");
        Assert.Empty(window.Faults);
    }

    /// <summary>The sample pod stands in Amsterdam here, wherever this machine is.</summary>
    private static async Task<RunningBot> Open()
    {
        var bot = await RunningBot.Start(Friday);
        var ct = TestContext.Current.CancellationToken;
        var pod = (await bot.Store.FindPod(AlignmentBot.Bot.Channels.Local.Sample.SamplePod.Id, ct))!;
        await bot.Store.SavePod(pod with { TimeZone = "Europe/Amsterdam" }, ct);
        bot.Services.GetRequiredService<Rosters>().Forget(pod.Id);
        return bot;
    }

    /// <summary>The first new sample lead lacks something; the second is offered.</summary>
    private static async Task<ChatWindow> WithNewLead(IBrowserContext context, RunningBot bot)
    {
        var window = await ChatWindow.Open(context, bot, "rosa");
        await Expect(window.Messages).ToHaveCountAsync(6);
        var add = window.Page.GetByRole(AriaRole.Button, new() { Name = "Add a sample lead" });
        await add.ClickAsync();
        await Expect(window.Messages).ToHaveCountAsync(7);
        await add.ClickAsync();
        await Expect(window.Messages).ToHaveCountAsync(8);
        return window;
    }
}
