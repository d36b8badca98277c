using System.Net.Http.Json;
using AlignmentBot.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>A promise runs out on the local page while its clock is moved: what each persona is told in private, and what the card says.</summary>
[Collection(BrowserTests.Name)]
public sealed class LadderPageTests(Browsers browsers) : IAsyncLifetime
{
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 20_000 };

    private RunningBot bot = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => bot = await RunningBot.Start(["--Clock:Start=2026-11-20T09:00:00Z"]);

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_lead_goes_through_reminder_breach_escalation_and_re_offer()
    {
        await using var desk = await browsers.Open();
        await using var lead = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        var cleo = await ChatWindow.Open(lead, bot, "cleo");
        await Expect(rosa.Messages).ToHaveCountAsync(6);
        await rosa.Shows("Ada Example", "Decide by");

        await MoveTo("2026-11-20T09:49:00Z");
        await Expect(rosa.DirectMessages.Last).ToContainTextAsync("waits for a decision, by");
        await Pictures(rosa, "ladder-1-reminder");

        await MoveTo("2026-11-20T10:01:00Z");
        await Expect(cleo.DirectMessages.Last).ToContainTextAsync("Nobody has decided on");
        await rosa.Shows("Ada Example", "Overdue: a decision was due by");
        await Pictures(cleo, "ladder-2-breach");

        await MoveTo("2026-11-20T11:01:00Z");
        await Expect(rosa.ThreadOf("Ada Example")).ToContainTextAsync("Nobody decided in time, so it is the turn of");
        await rosa.Shows("Ada Example", "Waiting for");
        await Pictures(rosa, "ladder-3-re-offer");
        Assert.Empty(rosa.Faults);
        Assert.Empty(cleo.Faults);
    }

    [Fact]
    public async Task A_lead_of_Friday_evening_is_due_on_Monday_and_nobody_is_disturbed_before()
    {
        await using var desk = await browsers.Open();
        await MoveTo("2026-11-20T17:10:00Z");
        var sam = await ChatWindow.Open(desk, bot, "sam");
        await Expect(sam.Messages).ToHaveCountAsync(6);
        var before = await sam.DirectMessages.CountAsync();
        // The first new sample lead lacks something; the second is offered.
        await sam.Page.GetByRole(AriaRole.Button, new() { Name = "Add a sample lead" }).ClickAsync();
        await Expect(sam.Messages).ToHaveCountAsync(7);
        await sam.Page.GetByRole(AriaRole.Button, new() { Name = "Add a sample lead" }).ClickAsync();
        await Expect(sam.Messages).ToHaveCountAsync(8);
        await Expect(sam.Messages.Last).ToContainTextAsync("Decide by");

        await Expect(sam.Messages.Last).ToContainTextAsync("Decide by 23 Nov 2026, 09:4");

        await MoveTo("2026-11-22T12:00:00Z");
        Assert.Equal(before, await sam.DirectMessages.CountAsync());
        await MoveTo("2026-11-23T09:39:00Z");
        await Expect(sam.DirectMessages.Last).ToContainTextAsync("waits for a decision, by 23 Nov 2026, 09:4");
        await sam.DirectMessages.Last.GetByRole(AriaRole.Button, new() { Name = "Why now?" }).First.ClickAsync();
        await Expect(sam.Whisper).ToContainTextAsync("Not counted: Sat 21 Nov to Sun 22 Nov (no working hours).");
        await Expect(sam.Whisper).ToContainTextAsync("makes 1 h: due Mon 23 Nov, 09:4");
        await Pictures(sam, "ladder-4-why");
        await sam.Type("due");
        await Expect(sam.Page.Locator("#channel")).ToContainTextAsync("Due today", Patient);
        await Pictures(sam, "ladder-5-due");
    }

    [Fact]
    public async Task A_lead_before_a_holiday_is_due_after_it_and_says_why()
    {
        await using var desk = await browsers.Open();
        await MoveTo("2026-11-20T17:10:00Z");
        var cleo = await ChatWindow.Open(desk, bot, "cleo");
        await cleo.Type("holidays add 2026-11-23");
        await Expect(cleo.Whisper).ToContainTextAsync("1 added");
        await Expect(cleo.Messages).ToHaveCountAsync(6);
        var add = cleo.Page.GetByRole(AriaRole.Button, new() { Name = "Add a sample lead" });
        await add.ClickAsync();
        await Expect(cleo.Messages).ToHaveCountAsync(7);
        await add.ClickAsync();
        await Expect(cleo.Messages).ToHaveCountAsync(8);

        await Expect(cleo.Messages.Last).ToContainTextAsync("Decide by 24 Nov 2026, 09:4");
        var id = (await cleo.Messages.Last.Locator(".said [data-value]").First.GetAttributeAsync("data-value"))!;
        await cleo.Type($"why {id}");
        await Expect(cleo.Whisper.Last).ToContainTextAsync("Mon 23 Nov (holiday)");
        await Expect(cleo.Whisper.Last).ToContainTextAsync("makes 1 h: due Tue 24 Nov, 09:4");
        await Pictures(cleo, "ladder-6-holiday");
    }

    [Fact]
    public async Task What_happens_in_the_evening_is_one_message_in_the_morning()
    {
        await using var desk = await browsers.Open();
        await using var other = await browsers.Open();
        await MoveTo("2026-11-20T19:00:00Z");
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        await Expect(rosa.Messages).ToHaveCountAsync(6);
        var add = rosa.Page.GetByRole(AriaRole.Button, new() { Name = "Add a sample lead" });
        for (var more = 7; more <= 12; more++)
        {
            await add.ClickAsync();
            await Expect(rosa.Messages).ToHaveCountAsync(more);
        }

        // Some of the new sample leads lack something; of those that are offered, two are of the same marketer.
        var (marketer, rejected) = (await MarketerOf(rosa.Messages.Nth(7)), 0);
        for (var number = 7; number < 12 && rejected < 2; number++)
        {
            var reject = rosa.Messages.Nth(number).Locator(".said").GetByRole(AriaRole.Button, new() { Name = "Reject" });
            if (await reject.CountAsync() == 0 || await MarketerOf(rosa.Messages.Nth(number)) != marketer)
                continue;
            await reject.ClickAsync();
            await rosa.Dialog.GetByText("No budget").ClickAsync();
            await rosa.Dialog.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
            await Expect(rosa.Messages.Nth(number).Locator(".said .ab-status")).ToContainTextAsync("Rejected by Rosa Rep", Patient);
            rejected++;
        }

        var max = await ChatWindow.Open(other, bot, marketer);
        await Expect(max.Page.Locator("#direct .pane-head")).ToContainTextAsync("off now: what waits is told 23 Nov 2026, 09:00");
        await Expect(max.DirectMessages.Filter(new() { HasText = "Rosa Rep rejected" })).ToHaveCountAsync(0);
        await Pictures(max, "ladder-7-held");

        await MoveTo("2026-11-23T09:01:00Z");
        await max.Page.ReloadAsync();
        await Expect(max.DirectMessages.Last).ToContainTextAsync("2 things wait for you", Patient);
        await Expect(max.DirectMessages.Filter(new() { HasText = "Rosa Rep rejected" })).ToHaveCountAsync(1);
        await Expect(max.Page.Locator("#direct .pane-head")).Not.ToContainTextAsync("off now");
        await Pictures(max, "ladder-8-morning");
    }

    [Fact]
    public async Task More_time_and_days_off_are_asked_for_on_the_reminder()
    {
        await using var desk = await browsers.Open();
        await MoveTo("2026-11-20T09:49:00Z");
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        var reminder = rosa.DirectMessages.Last;
        await Expect(reminder).ToContainTextAsync("waits for a decision, by");

        await reminder.GetByRole(AriaRole.Button, new() { Name = "I am away" }).First.ClickAsync();
        await Expect(rosa.Dialog).ToContainTextAsync("First day off");
        await Pictures(rosa, "ladder-9-away");
        await rosa.Dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await reminder.GetByRole(AriaRole.Button, new() { Name = "I need longer" }).First.ClickAsync();
        await rosa.Dialog.GetByLabel("Why?").FillAsync("They call me back at three.");
        await Pictures(rosa, "ladder-10-longer");
        await rosa.Dialog.GetByRole(AriaRole.Button, new() { Name = "Remind me later" }).ClickAsync();

        await Expect(rosa.Dialog).ToBeHiddenAsync();
        await Expect(rosa.Page.Locator("[data-conversation=channel]")).ToContainTextAsync("Rosa Rep needs longer, until");
        await rosa.Type("hours set");
        await Expect(rosa.Dialog).ToContainTextAsync("My working hours", Patient);
        await Pictures(rosa, "ladder-11-hours");
        await rosa.Dialog.GetByLabel("When do you work?").FillAsync("mon-thu 8-16, fri 8-12");
        await rosa.Dialog.GetByLabel("Time zone").FillAsync("Lisbon");
        await rosa.Dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(rosa.Page.Locator("#channel")).ToContainTextAsync("Noted: you work Mon–Thu 08:00–16:00; Fri 08:00–12:00 (Europe/Lisbon)", Patient);
        Assert.Empty(rosa.Faults);
    }

    /// <summary>The short name of the persona who handed this lead over.</summary>
    private static async Task<string> MarketerOf(ILocator message) =>
        (await message.Locator(".said").InnerTextAsync()).Contains("Mia Media", StringComparison.Ordinal) ? "mia" : (await message.Locator(".said").InnerTextAsync()).Contains("Bram Brand", StringComparison.Ordinal) ? "bram" : "max";

    /// <summary>By day, by night, and on a phone.</summary>
    private static async Task Pictures(ChatWindow window, string name)
    {
        var page = window.Page;
        await Screenshots.Take(page, name);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Screenshots.Take(page, name + "-dark");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var before = page.ViewportSize!;
        await page.SetViewportSizeAsync(390, 780);
        await Screenshots.Take(page, name + "-phone");
        await page.EvaluateAsync("document.body.dataset.view = 'direct'");
        await Screenshots.Take(page, name + "-phone-direct");
        await page.EvaluateAsync("document.body.dataset.view = 'channel'");
        await page.SetViewportSizeAsync(before.Width, before.Height);
    }

    private async Task MoveTo(string moment)
    {
        using var client = bot.Client();
        using var answer = await client.PostAsJsonAsync("/dev/clock", new { set = moment }, Ct);
        answer.EnsureSuccessStatusCode();
    }
}
