using System.Net.Http.Json;
using AlignmentBot.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>A promise runs out on the local page while its clock is moved: what each persona is told in private, and what the card says.</summary>
[Collection(BrowserTests.Name)]
public sealed class LadderPageTests(Browsers browsers) : IAsyncLifetime
{
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
        await Screenshots.Take(rosa.Page, "ladder-1-reminder");

        await MoveTo("2026-11-20T10:01:00Z");
        await Expect(cleo.DirectMessages.Last).ToContainTextAsync("Nobody has decided on");
        await rosa.Shows("Ada Example", "Overdue: a decision was due by");
        await Screenshots.Take(cleo.Page, "ladder-2-breach");

        await MoveTo("2026-11-20T11:01:00Z");
        await Expect(rosa.ThreadOf("Ada Example")).ToContainTextAsync("Nobody decided in time, so it is the turn of");
        await rosa.Shows("Ada Example", "Waiting for");
        await Screenshots.Take(rosa.Page, "ladder-3-re-offer");
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

        await MoveTo("2026-11-22T12:00:00Z");
        Assert.Equal(before, await sam.DirectMessages.CountAsync());
        await MoveTo("2026-11-23T09:40:00Z");
        await Expect(sam.DirectMessages).Not.ToHaveCountAsync(before);
        await sam.Type("due");
        await Expect(sam.Whisper).ToContainTextAsync("Due today");
        await Screenshots.Take(sam.Page, "ladder-4-due");
    }

    private async Task MoveTo(string moment)
    {
        using var client = bot.Client();
        using var answer = await client.PostAsJsonAsync("/dev/clock", new { set = moment }, Ct);
        answer.EnsureSuccessStatusCode();
    }
}
