using System.Net.Http.Json;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Awards;
using AlignmentBot.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>A whole month on the local page, with the clock moved: figures, ballots to both sides, a changed vote, a refused one, a reminder, a tie, the announcement.</summary>
[Collection(BrowserTests.Name)]
public sealed class AwardMonthTests(Browsers browsers)
{
    private const string Round = "sample.2026-11";

    /// <summary>Days of timers run out at once when the clock is moved, and their messages come one after the other.</summary>
    private const int Patience = 20_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_month_from_the_first_lead_to_the_announcement()
    {
        await using var bot = await RunningBot.Start(["--Clock:Start=2026-11-20T12:00:00Z"]);
        await using var desk = await browsers.Open();
        await using var other = await browsers.Open();
        var rosa = await ChatWindow.Open(desk, bot, "rosa");
        var max = await ChatWindow.Open(other, bot, "max");
        await rosa.Press("Ada Example", "Accept");
        await rosa.Shows("Ada Example", "Accepted by Rosa Rep");
        await rosa.Press("Ada Example", "Contacted");
        foreach (var (by, person, contacts) in new[] { ("rosa", "Dara Trial", true), ("rosa", "Elif Demo", true), ("sam", "Bo Sample", true), ("sam", "Femi Example", false) })
            await Take(bot, by, person, contacts, rosa);
        await max.Type("/mql kudos @Rosa Rep for calling Ada the same morning");
        await Expect(max.Page.GetByText("“calling Ada the same morning”")).ToBeVisibleAsync();

        await MoveTo(bot, "2026-11-30T23:30:00Z");
        await Expect(rosa.Messages.Filter(new() { HasText = "Awards for November 2026" })).ToContainTextAsync("0 of 3 have voted", new() { Timeout = Patience });
        await Expect(Ballot(rosa)).ToContainTextAsync("Marketer of the month, November 2026", new() { Timeout = Patience });
        await Expect(Ballot(max)).ToContainTextAsync("“calling Ada the same morning” (Max Marketer)", new() { Timeout = Patience });
        await Screenshots.TakeAll(max.Page, "awards-ballot");

        await Vote(max, "Vote", "Rosa Rep");
        await Screenshots.TakeAll(max.Page, "awards-voted");
        await Vote(max, "Change my vote", "Sam Seller");
        await Refuses_a_vote_for_oneself(max);

        await MoveTo(bot, "2026-12-02T14:00:00Z");
        await Expect(rosa.DirectMessages.Filter(new() { HasText = "your vote is still missing" })).ToHaveCountAsync(1, new() { Timeout = Patience });
        await Expect(max.DirectMessages.Filter(new() { HasText = "your vote is still missing" })).ToHaveCountAsync(0);
        await Screenshots.TakeAll(rosa.Page, "awards-reminder");
        await Others_vote(bot);

        await MoveTo(bot, "2026-12-03T23:30:00Z");
        await Expect(max.DirectMessages.Filter(new() { HasText = "Voting has ended. The result comes" })).ToHaveCountAsync(1, new() { Timeout = Patience });
        await Expect(rosa.Messages.Filter(new() { HasText = "Awards for November 2026" })).ToContainTextAsync("Voting has ended. The result comes", new() { Timeout = Patience });
        await Screenshots.TakeAll(max.Page, "awards-closed");
        await MoveTo(bot, "2026-12-07T14:00:00Z");
        var result = max.Messages.Filter(new() { HasText = "A reaction below makes their day" });
        await Expect(result).ToContainTextAsync("The agreement decided: the winner kept it better. 3 of 3 voted.", new() { Timeout = Patience });
        await Expect(result.GetByRole(AriaRole.Heading, new() { Name = "Seller of the month: Rosa Rep" })).ToBeVisibleAsync();
        await Expect(result.GetByRole(AriaRole.Heading, new() { Name = "Marketer of the month: Max Marketer" })).ToBeVisibleAsync();
        var certificate = result.GetByRole(AriaRole.Img, new() { Name = "Certificate. Seller of the month" });
        Assert.Equal(960, await certificate.EvaluateAsync<int>("async image => { await image.decode(); return image.naturalWidth; }"));
        await certificate.ScrollIntoViewIfNeededAsync();
        await Expect(max.DirectMessages.Filter(new() { HasText = "The result is out." })).ToContainTextAsync("If you noted your receipt", new() { Timeout = Patience });
        await Screenshots.TakeAll(max.Page, "awards-announced", certificate);
        await max.Type("/mql awards");
        await Expect(max.Whisper.Filter(new() { HasText = "Hall of fame" })).ToContainTextAsync("November 2026: Seller of the month");
        await Screenshots.TakeAll(max.Page, "awards-hall");
        Assert.Empty(max.Faults);
        Assert.Empty(rosa.Faults);
    }

    private static ILocator Ballot(ChatWindow window) => window.DirectMessages.Filter(new() { HasText = "Who sees what" }).First;

    private static async Task Vote(ChatWindow window, string button, string nominee)
    {
        await Ballot(window).GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await window.Dialog.GetByLabel(nominee).CheckAsync();
        await Screenshots.TakeAll(window.Page, "awards-dialog");
        await window.Dialog.GetByRole(AriaRole.Button, new() { Name = "Vote" }).ClickAsync();
        await Expect(window.Whisper.Last).ToContainTextAsync($"Your vote for {nominee} is kept. Receipt:");
        await Expect(Ballot(window)).ToContainTextAsync("You have voted.");
    }

    private static async Task Refuses_a_vote_for_oneself(ChatWindow max)
    {
        await Ballot(max).GetByRole(AriaRole.Button, new() { Name = "Change my vote" }).ClickAsync();
        var forged = max.Dialog.Locator("input[type=radio]").First;
        await forged.EvaluateAsync("radio => { radio.value = 'sample-max'; }");
        await forged.CheckAsync();
        await max.Dialog.GetByRole(AriaRole.Button, new() { Name = "Vote" }).ClickAsync();
        await Expect(max.Dialog).ToContainTextAsync("You cannot vote for yourself.");
        await Screenshots.TakeAll(max.Page, "awards-refused");
        await max.Dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
    }

    private static async Task Others_vote(RunningBot bot)
    {
        foreach (var (by, choice) in new[] { ("mia", "sample-rosa"), ("bram", VoteForm.Abstain), ("rosa", "sample-max"), ("sam", "sample-max"), ("dina", "sample-mia") })
        {
            using var persona = await LocalPersona.Open(bot.Address, "sample", "sample-" + by, Ct);
            var said = await persona.Form("vote-" + by, FormIds.Vote, Round, new(StringComparer.Ordinal) { [FieldNames.Choice] = choice }, Ct);
            Assert.Contains("is kept. Receipt:", said, StringComparison.Ordinal);
        }
    }

    /// <summary>Accepts a lead, and perhaps contacts it at once: that keeps one more promise.</summary>
    private static async Task Take(RunningBot bot, string persona, string person, bool contacts, ChatWindow window)
    {
        var lead = (await window.CardOf(person).Locator(".said button[data-value]").First.GetAttributeAsync("data-value"))!;
        using var rep = await LocalPersona.Open(bot.Address, "sample", "sample-" + persona, Ct);
        Assert.Equal("redraw", await rep.Click("accept-" + person, ActionIds.Accept, lead, Ct));
        if (contacts)
            Assert.Equal("redraw", await rep.Click("contact-" + person, ActionIds.Contacted, lead, Ct));
    }

    private static async Task MoveTo(RunningBot bot, string moment)
    {
        using var client = bot.Client();
        using var moved = await client.PostAsJsonAsync("/dev/clock", new { set = moment }, Ct);
        moved.EnsureSuccessStatusCode();
    }
}
