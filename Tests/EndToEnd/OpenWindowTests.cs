using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>How an open window behaves while the world moves on.</summary>
[Collection(BrowserTests.Name)]
public sealed class OpenWindowTests(Browsers browsers) : IAsyncLifetime
{
    private RunningBot bot = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => bot = await RunningBot.Start(["--Clock:Start=2026-11-20T12:00:00Z"]);

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task Window_finds_the_bot_again_after_a_restart_and_shows_what_it_missed()
    {
        await using var desk = await browsers.Open();
        await using var other = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        await Expect(rosa.Messages).ToHaveCountAsync(6);
        await bot.Stop();
        await Expect(rosa.Page.Locator("#lost")).ToBeVisibleAsync();
        await rosa.Press("Ada Example", "Accept");
        await Expect(rosa.Whisper).ToContainTextAsync("The bot did not answer");

        await bot.Run();
        var sam = await ChatWindow.Open(other, bot, "sam");
        await sam.Press("Bo Sample", "Accept");

        await rosa.Shows("Bo Sample", "Accepted by Sam Seller");
        await Expect(rosa.Page.Locator("#lost")).ToBeHiddenAsync();
        // Its token is from before the restart; the page gets a new one by itself.
        await rosa.Press("Ada Example", "Accept");
        await sam.Shows("Ada Example", "Accepted by Rosa Rep");
    }

    [Fact]
    public async Task Hidden_window_lets_its_connection_go_and_catches_up_when_it_is_seen_again()
    {
        await using var desk = await browsers.Open();
        await using var other = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        var sam = await ChatWindow.Open(other, bot, "sam");
        await Hide(rosa, true);
        await sam.Press("Ada Example", "Accept");
        await sam.Shows("Ada Example", "Accepted by Sam Seller");
        await rosa.Shows("Ada Example", "Waiting for a rep");

        await Hide(rosa, false);

        await rosa.Shows("Ada Example", "Accepted by Sam Seller");
    }

    [Fact]
    public async Task Double_press_counts_once()
    {
        await using var desk = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        await rosa.Button("Ada Example", "Accept").DblClickAsync();
        await rosa.Shows("Ada Example", "Accepted by Rosa Rep");

        var id = await rosa.CardOf("Ada Example").GetAttributeAsync("data-leads");
        var facts = (await bot.Store.History(new(id!), Ct)).Select(happened => happened.Fact);
        Assert.Single(facts.OfType<LeadFact.Accepted>());
        await Expect(rosa.Whisper).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Reader_further_up_stays_there_and_is_told_of_new_messages()
    {
        await using var desk = await browsers.Open();
        await using var other = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        var max = await ChatWindow.Open(other, bot, "max");
        var scroller = rosa.Page.Locator("#channel .scroll");
        await scroller.EvaluateAsync("box => { box.scrollTop = 700; }");
        var before = await rosa.CardOf("Bo Sample").BoundingBoxAsync();

        await max.Reply("Ada Example", "A line above what Rosa reads.");
        await max.Page.GetByRole(AriaRole.Button, new() { Name = "Add a sample lead" }).ClickAsync();

        await Expect(rosa.Page.GetByRole(AriaRole.Button, new() { Name = "New messages below" })).ToBeVisibleAsync();
        await Expect(rosa.ThreadOf("Ada Example")).ToContainTextAsync("A line above");
        Assert.Equal(before!.Y, (await rosa.CardOf("Bo Sample").BoundingBoxAsync())!.Y, 1.0);
        await rosa.Page.GetByRole(AriaRole.Button, new() { Name = "New messages below" }).ClickAsync();
        await Expect(rosa.Messages.Last).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Opened_fold_stays_open_when_the_thread_grows()
    {
        await using var desk = await browsers.Open();
        await using var other = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        var max = await ChatWindow.Open(other, bot, "max");
        await rosa.CardOf("Ada Example").GetByText("Reply", new() { Exact = true }).ClickAsync();
        for (var number = 1; number <= 5; number++)
        {
            await rosa.CardOf("Ada Example").GetByLabel("Your reply").FillAsync($"Reply {number}");
            await rosa.CardOf("Ada Example").GetByRole(AriaRole.Button, new() { Name = "Send reply" }).ClickAsync();
            await Expect(rosa.ThreadOf("Ada Example").GetByText($"Reply {number}")).ToBeVisibleAsync();
        }

        await Expect(max.ThreadOf("Ada Example").GetByText("Reply 1")).ToBeHiddenAsync();
        await max.ThreadOf("Ada Example").GetByText("Show all 5 replies").ClickAsync();
        await Expect(max.ThreadOf("Ada Example").GetByText("Reply 1")).ToBeVisibleAsync();
        await rosa.CardOf("Ada Example").GetByLabel("Your reply").FillAsync("Reply 6");
        await rosa.CardOf("Ada Example").GetByRole(AriaRole.Button, new() { Name = "Send reply" }).ClickAsync();

        await Expect(max.ThreadOf("Ada Example").GetByText("Reply 6")).ToBeVisibleAsync();
        await Expect(max.ThreadOf("Ada Example").GetByText("Reply 1")).ToBeVisibleAsync();
        await Screenshots.Take(max.Page, "long-thread");
    }

    [Fact]
    public async Task Person_is_switched_with_one_click_and_two_windows_are_two_people()
    {
        await using var desk = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        var second = await ChatWindow.Open(desk, bot, "rosa");

        await second.Page.GetByRole(AriaRole.Navigation, new() { Name = "Who you are" }).GetByText("Max Marketer").ClickAsync();

        await Expect(second.Page.Locator("#people [aria-current] .name")).ToHaveTextAsync("Max Marketer");
        await Expect(second.Button("Chen Specimen", "Add what is missing")).ToBeVisibleAsync();
        await rosa.Press("Ada Example", "Accept");
        await second.Shows("Ada Example", "Accepted by Rosa Rep");
        await second.Page.ReloadAsync();
        await Expect(second.Page.Locator("#people [aria-current] .name")).ToHaveTextAsync("Max Marketer");
    }

    [Fact]
    public async Task Sample_leads_come_at_once_and_are_never_the_same_person()
    {
        await using var desk = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        await Expect(rosa.Messages).ToHaveCountAsync(6);
        var add = rosa.Page.GetByRole(AriaRole.Button, new() { Name = "Add a sample lead" });

        await add.ClickAsync();
        await Expect(rosa.Messages).ToHaveCountAsync(7);
        await add.ClickAsync();
        await Expect(rosa.Messages).ToHaveCountAsync(8);

        var names = await rosa.Messages.Locator("h3").AllTextContentsAsync();
        Assert.Equal(8, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("/mql help", "What you can type")]
    [InlineData("leads", "are waiting")]
    [InlineData("/mql laeds", "Did you mean “/mql leads”?")]
    [InlineData("good morning", "This box takes commands.")]
    public async Task Composer_answers_in_private(string typed, string answer)
    {
        await using var desk = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");

        await rosa.Type(typed);

        await Expect(rosa.Whisper).ToContainTextAsync(answer);
        await Expect(rosa.Whisper).ToBeInViewportAsync();
        await Expect(rosa.Page.GetByLabel("Command")).ToHaveValueAsync("");
        await Screenshots.Take(rosa.Page, "command-" + answer.Split(' ')[0].ToLowerInvariant());
    }

    [Fact]
    public async Task Lead_is_accepted_from_the_list_that_a_command_shows()
    {
        await using var desk = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        await rosa.Type("/mql leads");

        await rosa.Whisper.GetByRole(AriaRole.Button, new() { Name = "Accept: Ada Example" }).ClickAsync();

        await rosa.Shows("Ada Example", "Accepted by Rosa Rep");
        await Expect(rosa.Whisper).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_a_phone_one_conversation_is_seen_at_a_time_and_the_other_counts()
    {
        await using var desk = await browsers.Open();
        await using var pocket = await browsers.Open(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 740 } });
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        var max = await ChatWindow.Open(pocket, bot, "max");
        await Expect(max.Page.Locator("#direct")).ToBeHiddenAsync();
        await rosa.Press("Ada Example", "Reject");
        await rosa.Dialog.GetByLabel("No budget").CheckAsync();
        await rosa.Dialog.GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();

        await Expect(max.Page.GetByRole(AriaRole.Link, new() { Name = "Direct messages (1)" })).ToBeVisibleAsync();
        await max.Page.GetByRole(AriaRole.Link, new() { Name = "Direct messages" }).ClickAsync();

        await Expect(max.Page.Locator("#channel")).ToBeHiddenAsync();
        await Expect(max.DirectMessages).ToBeVisibleAsync();
        await Expect(max.Page.GetByRole(AriaRole.Link, new() { Name = "Direct messages", Exact = true })).ToBeVisibleAsync();
        await Screenshots.Take(max.Page, "phone-direct");
        await max.Page.GetByRole(AriaRole.Button, new() { Name = "You are Max Marketer" }).ClickAsync();
        await Expect(max.Page.GetByText("Cleo Closer")).ToBeVisibleAsync();
        await Screenshots.Take(max.Page, "phone-people");
    }

    private static Task Hide(ChatWindow window, bool hidden) => window.Page.EvaluateAsync(
        "hidden => { Object.defineProperty(document, 'hidden', { configurable: true, value: hidden }); document.dispatchEvent(new Event('visibilitychange')); }",
        hidden);
}
