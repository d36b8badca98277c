using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AlignmentBot.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>The main job as people do it: a lead comes in over HTTP, and what happens to it is seen in every open window without reloading.</summary>
[Collection(BrowserTests.Name)]
public sealed class MainJobTests(Browsers browsers) : IAsyncLifetime
{
    private const string Secret = "a-secret-of-the-browser-tests-0123456789";

    private RunningBot bot = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        bot = await RunningBot.Start(["--Clock:Start=2026-11-20T12:00:00Z", "--Api:Keys:0:Name=tests", "--Api:Keys:0:Secret=" + Secret, "--Api:Keys:0:Scopes:0=leads:write"]);

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Posted_lead_appears_in_the_open_page()
    {
        await using var desk = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        await Expect(rosa.Messages).ToHaveCountAsync(6);

        using var answer = await PostLead("grace@example.com", "Grace", "Hopper");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        await Expect(rosa.Messages).ToHaveCountAsync(7);
        await rosa.Shows("Grace Hopper", "Waiting for a rep");
        await Expect(rosa.CardOf("Grace Hopper")).ToBeInViewportAsync();
        await Expect(rosa.Page.Locator("#announcer")).ToContainTextAsync("Grace Hopper");
        Assert.Empty(rosa.Faults);
    }

    [Fact]
    public async Task One_accepts_and_the_next_hears_kindly_that_it_is_too_late()
    {
        await using var desk = await browsers.Open();
        await using var other = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        // Sam's window is not told of changes, so that his button is still there.
        await other.RouteAsync(url => url.Contains("/local/feed?", StringComparison.Ordinal), route => route.AbortAsync());
        var sam = await ChatWindow.Open(other, bot, "sam");

        await rosa.Press("Ada Example", "Accept");
        await rosa.Shows("Ada Example", "Accepted by Rosa Rep");
        await Expect(rosa.Button("Ada Example", "Accept")).ToHaveCountAsync(0);
        await sam.Press("Ada Example", "Accept");

        await Expect(sam.Whisper).ToContainTextAsync("Rosa Rep accepted this lead at");
        await Expect(sam.Whisper).ToContainTextAsync("It is in good hands.");
        await sam.Shows("Ada Example", "Accepted by Rosa Rep");
        await Screenshots.Take(sam.Page, "too-late");
        await sam.Whisper.GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
        await Expect(sam.Whisper).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Rejecting_takes_two_clicks_and_marketing_sees_it_in_the_thread_and_in_private()
    {
        await using var desk = await browsers.Open();
        await using var other = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        var max = await ChatWindow.Open(other, bot, "max");
        await rosa.Press("Ada Example", "Reject");

        await rosa.Dialog.GetByText("No budget").ClickAsync();
        await rosa.Dialog.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();

        await Expect(rosa.Dialog).ToBeHiddenAsync();
        await max.Shows("Ada Example", "Rejected by Rosa Rep");
        await Expect(max.ThreadOf("Ada Example")).ToContainTextAsync("Rosa Rep rejected this lead: No budget.");
        await Expect(max.ThreadOf("Ada Example")).ToContainTextAsync("@Max Marketer");
        await Expect(max.DirectMessages).ToHaveCountAsync(1);
        await Expect(max.DirectMessages).ToContainTextAsync("Rosa Rep rejected Ada Example, Sample Brewing. Reason: No budget.");
        await Screenshots.Take(max.Page, "marketer-after-rejection");

        await max.DirectMessages.GetByRole(AriaRole.Button, new() { Name = "Back to nurture" }).ClickAsync();
        await rosa.Shows("Ada Example", "Back to nurture");
        await Expect(max.DirectMessages.GetByRole(AriaRole.Button, new() { Name = "Back to nurture" })).ToHaveCountAsync(0);
        Assert.Empty(max.Faults);
    }

    [Fact]
    public async Task Reason_that_is_missing_is_asked_for_at_its_field()
    {
        await using var desk = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        await rosa.Press("Ada Example", "Reject");
        await rosa.Dialog.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();

        var first = rosa.Dialog.GetByLabel("No budget");
        await Expect(first).ToBeFocusedAsync();
        await Expect(first).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(first).ToHaveAccessibleDescriptionAsync("Please choose one of the reasons.");
        await Screenshots.Take(rosa.Page, "field-error");
        await first.CheckAsync();
        await rosa.Dialog.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
        await rosa.Shows("Ada Example", "Rejected by Rosa Rep");
    }

    [Fact]
    public async Task Comment_is_seen_by_all_and_leaves_half_typed_words_alone()
    {
        await using var desk = await browsers.Open();
        await using var other = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        var max = await ChatWindow.Open(other, bot, "max");
        await rosa.CardOf("Ada Example").GetByText("Reply", new() { Exact = true }).ClickAsync();
        await rosa.CardOf("Ada Example").GetByLabel("Your reply").PressSequentiallyAsync("I was about to");

        await max.Reply("Ada Example", "They saw the pricing page twice.");

        await Expect(rosa.ThreadOf("Ada Example")).ToContainTextAsync("They saw the pricing page twice.");
        await Expect(rosa.CardOf("Ada Example").GetByLabel("Your reply")).ToHaveValueAsync("I was about to");
        await Expect(rosa.CardOf("Ada Example").GetByLabel("Your reply")).ToBeFocusedAsync();
        await rosa.CardOf("Ada Example").GetByLabel("Your reply").PressAsync("Enter");
        await Expect(max.ThreadOf("Ada Example")).ToContainTextAsync("I was about to");
        await Expect(rosa.CardOf("Ada Example").GetByLabel("Your reply")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Decision_can_be_taken_back()
    {
        await using var desk = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        await rosa.Press("Ada Example", "Accept");
        await rosa.Press("Ada Example", "Undo");

        await rosa.Shows("Ada Example", "Waiting for a rep");
        await Expect(rosa.Button("Ada Example", "Accept")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Same_person_again_is_merged_onto_the_open_card()
    {
        await using var desk = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        using var first = await PostLead("grace@example.com", "Grace", "Hopper");
        await Expect(rosa.Messages).ToHaveCountAsync(7);

        using var second = await PostLead("Grace+demo@Example.com", "Grace", "Hopper");

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal("merged", (await second.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("status").GetString());
        await Expect(rosa.ThreadOf("Grace Hopper")).ToContainTextAsync("handed the same person over again");
        await Expect(rosa.Messages).ToHaveCountAsync(7);
    }

    [Fact]
    public async Task Incomplete_lead_is_repaired_by_marketing_and_then_offered()
    {
        await using var desk = await browsers.Open();
        await using var other = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        var max = await ChatWindow.Open(other, bot, "max");
        await rosa.Shows("Chen Specimen", "Missing: Phone");
        await Expect(rosa.Button("Chen Specimen", "Accept")).ToHaveCountAsync(0);

        await max.Press("Chen Specimen", "Add what is missing");
        await max.Dialog.GetByLabel("Phone").FillAsync("not a number");
        await max.Dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(max.Dialog.GetByLabel("Phone")).ToHaveAttributeAsync("aria-invalid", "true");
        await max.Dialog.GetByLabel("Phone").FillAsync("+31 20 555 0199");
        await max.Dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await rosa.Shows("Chen Specimen", "Waiting for a rep");
        await Expect(rosa.Button("Chen Specimen", "Accept")).ToBeVisibleAsync();
        await Expect(rosa.ThreadOf("Chen Specimen")).ToContainTextAsync("Max Marketer updated: Phone.");
    }

    private async Task<HttpResponseMessage> PostLead(string email, string firstName, string lastName)
    {
        using var client = bot.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
        return await client.PostAsJsonAsync(
            "/api/leads", new { email, firstName, lastName, phone = "+44 20 7946 0000", company = new { name = "Example Navy" }, score = 91 }, Ct);
    }
}
