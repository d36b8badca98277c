using System.Text.Json.Nodes;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Clients;
using AlignmentBot.Tests.Fakes.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>The bot in Microsoft's Agents Playground, in a real browser. What its page cannot do (dialogs, views for one person, several people)
/// goes by its own address.</summary>
[Collection(BrowserTests.Name)]
public sealed class PlaygroundTests(Browsers browsers)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rosa_accepts_in_the_channel_and_Max_is_shown_his_own_side()
    {
        await using var stage = await Stage.Open(browsers);
        var lead = await stage.HandOver("ada");
        await Shown(stage.Heading("ada Byron, Example Ltd"));
        await Screenshots.Take(stage.Page, "teams-card");

        await stage.Page.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true }).ClickAsync();
        await Shown(stage.Page.GetByText("Accepted by Rosa"));
        await Expect(stage.Page.GetByRole(AriaRole.Button, new() { Name = "Accept", Exact = true })).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await Screenshots.Take(stage.Page, "teams-accepted");

        var view = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = ActionIds.View, ["data"] = new JsonObject { ["value"] = "lead/" + lead } }, ["trigger"] = "automatic" };
        var message = await stage.MessageOf(lead);
        var ofRosa = await stage.Playground.Invoke(SamplePod.Rosa, "adaptiveCard/action", message, view.DeepClone().AsObject());
        var ofMax = await stage.Playground.Invoke(SamplePod.Max, "adaptiveCard/action", message, view);
        Assert.Contains(ActionIds.Contacted, ofRosa.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(ActionIds.Contacted, ofMax.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Accepted by Rosa", FakeCard.Words(ofMax["value"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sam_rejects_by_the_dialog_and_the_channel_shows_why()
    {
        await using var stage = await Stage.Open(browsers);
        var lead = await stage.HandOver("bob");
        await Shown(stage.Heading("bob Byron, Example Ltd"));
        var message = await stage.MessageOf(lead);

        await stage.Playground.Send(SamplePod.Sam, "task/fetch", message, new JsonObject { ["data"] = new JsonObject { ["verb"] = ActionIds.RejectForm, ["value"] = lead.Value } });
        await stage.Playground.Send(SamplePod.Sam, "task/submit", message, new JsonObject
        {
            ["data"] = new JsonObject
            {
                ["form"] = FormIds.Reject, ["value"] = lead.Value, ["o"] = $"{ActionIds.RejectForm} {lead}", ["t"] = "abcdefghjkmn",
                [FieldNames.Reason] = "no_budget", [FieldNames.Note] = "Frozen until spring.",
            },
        });

        await Shown(stage.Page.GetByText("Rejected by Sam").First);
        await Shown(stage.Page.GetByText("Frozen until spring.").First);
        await Screenshots.Take(stage.Page, "teams-rejected");
    }

    [Fact]
    public async Task Commands_are_answered_in_the_personal_chat_and_the_message_extension_finds_leads()
    {
        await using var stage = await Stage.Open(browsers);
        var lead = await stage.HandOver("cleo");
        await Shown(stage.Heading("cleo Byron, Example Ltd"));

        var found = await stage.Playground.Invoke(SamplePod.Sam, "composeExtension/query", await stage.MessageOf(lead), new JsonObject
        {
            ["commandId"] = "searchLeads",
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = "query", ["value"] = "cleo" }),
            ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
        });
        Assert.Contains("cleo Byron", Assert.Single(found["composeExtension"]!["attachments"]!.AsArray())!.ToJsonString(), StringComparison.Ordinal);

        await stage.Page.GetByRole(AriaRole.Treeitem, new() { Name = "Personal Chat" }).ClickAsync();
        await stage.Write("queue");
        await Shown(stage.Page.GetByText("cleo Byron").Last);
        await Screenshots.Take(stage.Page, "teams-queue");
        await stage.Write("help");
        await Shown(stage.Page.GetByText("leads", new() { Exact = false }).Last);
        await Screenshots.Take(stage.Page, "teams-help");
    }

    [Fact]
    public async Task Commands_by_mention_are_answered_in_the_channel_below_what_was_written()
    {
        await using var stage = await Stage.Open(browsers);
        await stage.HandOver("dora");
        await Shown(stage.Heading("dora Byron, Example Ltd"));

        foreach (var (command, answer) in new[] { ("leads", "dora Byron"), ("sla", "What EMEA has promised"), ("help", "what is due today"), ("stats", "Handed over: 1"), ("qeue", "Did you mean") })
        {
            var said = await stage.Post(command);
            await Expect(said).ToContainTextAsync(answer, new() { Timeout = 30_000 });
            await Screenshots.Take(stage.Page, "teams-channel-" + command);
        }
    }

    [Fact]
    public async Task Marketer_hands_over_by_the_form_of_the_message_extension_and_the_card_appears()
    {
        await using var stage = await Stage.Open(browsers, rosaIn: Side.Marketing);

        var form = await stage.Choose("handOver", stage.Page.GetByRole(AriaRole.Button, new() { Name = "Trigger Message Extension App" }).First);
        await form.GetByLabel("Company").FillAsync("Example Ltd");
        await form.GetByLabel("First name").FillAsync("Ada");
        await form.GetByLabel("E-mail").FillAsync("ada@example.com");
        await Screenshots.Take(stage.Page, "teams-hand-over");
        // The page shows the answer until the next message comes, which may be at once: the lead's card.
        var answer = await stage.Page.RunAndWaitForResponseAsync(
            () => form.GetByRole(AriaRole.Button, new() { Name = "Hand over" }).ClickAsync(), response => response.Url.EndsWith("/_conversation/v1/invoke", StringComparison.Ordinal));

        Assert.Contains("is handed over. The card is in the channel of EMEA.", FakeCard.Words(JsonNode.Parse(await answer.TextAsync())), StringComparison.Ordinal);
        await form.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Shown(stage.Heading("Ada, Example Ltd"));
        await Screenshots.Take(stage.Page, "teams-handed-over");
    }

    [Fact]
    public async Task Message_is_added_to_a_lead_from_its_menu_and_the_lead_s_thread_links_to_it()
    {
        await using var stage = await Stage.Open(browsers);
        var lead = await stage.HandOver("fay");
        await Shown(stage.Heading("fay Byron, Example Ltd"));
        await stage.Compose.ClickAsync();
        await stage.Compose.PressSequentiallyAsync("They call back on Monday.");
        await stage.Page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true }).ClickAsync();
        await Shown(stage.Page.GetByText("They call back on Monday."));

        // The newest post stands on top.
        var form = await stage.Choose("addMessage", stage.Page.GetByRole(AriaRole.Button, new() { Name = "Show more information" }).First);
        await Shown(form.GetByRole(AriaRole.Combobox, new() { Name = "To which lead?" }));
        await Screenshots.Take(stage.Page, "teams-add");
        await form.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        // The page neither asks for options nor shows the newest ones, so the lead is chosen past it.
        var message = await stage.MessageOf(lead);
        var payload = new JsonObject { ["commandId"] = "addMessage", ["commandContext"] = "message", ["messagePayload"] = new JsonObject { ["id"] = message } };
        var opened = (await stage.Playground.Invoke(SamplePod.Rosa, "composeExtension/fetchTask", message, payload))["task"]!["value"]!["card"]!["content"]!;
        var data = opened["actions"]![0]!["data"]!.DeepClone().AsObject();
        data[FieldNames.Lead] = lead.Value;
        var added = await stage.Playground.Invoke(SamplePod.Rosa, "composeExtension/submitAction", message, new JsonObject { ["commandId"] = "addMessage", ["data"] = data });

        Assert.Contains("is part of fay Byron, Example Ltd now", FakeCard.Words(added["task"]), StringComparison.Ordinal);
        await Expect(stage.Page.GetByRole(AriaRole.Link).And(stage.Page.Locator("[href*='teams.microsoft.com/l/message/']"))).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Screenshots.Take(stage.Page, "teams-added-thread");
    }

    [Fact]
    public async Task Lead_is_found_and_shown_by_the_search_of_the_message_extension()
    {
        await using var stage = await Stage.Open(browsers);
        await stage.HandOver("gil");
        await stage.HandOver("hana");
        await Shown(stage.Heading("hana Byron, Example Ltd"));

        await stage.Page.GetByRole(AriaRole.Button, new() { Name = "Trigger Message Extension App" }).First.ClickAsync();
        await stage.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Search Command" }).ClickAsync();
        await stage.Page.GetByRole(AriaRole.Button, new() { Name = "Specify Command ID or Parameter" }).ClickAsync();
        await stage.Page.GetByRole(AriaRole.Textbox, new() { Name = "Command ID" }).FillAsync("searchLeads");
        await stage.Page.GetByRole(AriaRole.Textbox, new() { Name = "Parameter name" }).FillAsync("query");
        await stage.Page.GetByPlaceholder("Enter a search term").FillAsync("hana");
        await Shown(stage.Page.GetByText("hana Byron, Example Ltd").Last);
        await Screenshots.Take(stage.Page, "teams-search");
    }

    /// <summary>What the tool cannot show (<c>docs/teams.md</c> says so): when it can, these paths belong into the tests above.</summary>
    [Fact]
    public async Task The_page_opens_no_dialog_by_a_card_s_button_and_draws_no_view_for_one_person()
    {
        await using var stage = await Stage.Open(browsers);
        var lead = await stage.HandOver("ivy");
        await Shown(stage.Heading("ivy Byron, Example Ltd"));
        await Shown(stage.Page.GetByText("User specific view is not supported yet").First);
        var thrown = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        stage.Page.PageError += (_, error) => thrown.TrySetResult(error);

        await stage.Page.GetByRole(AriaRole.Button, new() { Name = "Reject", Exact = true }).ClickAsync();

        Assert.Contains("object is not extensible", await thrown.Task.WaitAsync(TimeSpan.FromSeconds(30), Ct), StringComparison.Ordinal);
        await Expect(stage.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.IsType<LeadState.Offered>(await stage.StateOf(lead));
    }

    /// <summary>The Playground's page takes its time on a busy machine.</summary>
    private static Task Shown(ILocator what) => Expect(what).ToBeVisibleAsync(new() { Timeout = 30_000 });

    /// <summary>The bot, the Playground, and Rosa's window with the pod's channel open.</summary>
    private sealed class Stage(RunningBot bot, Playground playground, IBrowserContext context, IPage page) : IAsyncDisposable
    {
        public Playground Playground => playground;

        public IPage Page => page;

        /// <param name="rosaIn">On which side Rosa is; the page is hers.</param>
        public static async Task<Stage> Open(Browsers browsers, Side rosaIn = Side.Sales)
        {
            var context = await browsers.Open();
            var bot = await RunningBot.Start(["--Teams:AllowAnonymousLoopback=true", "--Local:Enabled=false", "--Teams:MessageGap=00:00:00"]);
            var playground = await Playground.Start(bot.Address);
            await bot.Store.SavePod(SamplePod.Emea with { TeamsChannel = SendingBot.Channel }, Ct);
            foreach (var member in SamplePod.Everybody)
                await bot.Store.SaveMember(member with { TeamsUser = SendingBot.AccountOf(member), Side = member == SamplePod.Rosa ? rosaIn : member.Side }, Ct);
            var page = await context.NewPageAsync();
            page.SetDefaultTimeout(60_000);
            // Its page counts as loaded only after it has missed servers that are not on this machine.
            await page.GotoAsync(playground.Address.AbsoluteUri, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            // Opening the channel for the first time installs the app there.
            await page.GetByRole(AriaRole.Treeitem, new() { Name = "Leads" }).ClickAsync();
            await Eventually.Get(async () => await bot.Store.FindTeamsPlace(SendingBot.Channel, Ct));
            await Shown(page.GetByText("Start a new post"));
            return new Stage(bot, playground, context, page);
        }

        public ILocator Compose => page.Locator("div[data-lexical-editor=\"true\"]").First;

        public ILocator Heading(string name) => page.GetByRole(AriaRole.Heading, new() { Name = name });

        public async Task<LeadId> HandOver(string person)
        {
            var id = new LeadId(person.PadRight(10, 'x'));
            var pod = (await bot.Store.FindPod(SamplePod.Emea.Id, Ct))!;
            var command = new LeadCommand.HandOver(id, pod, 1, SamplePod.Whole with { FirstName = person, Email = person + "@example.com", ExternalId = null }, null);
            await bot.Services.GetRequiredService<LeadDesk>().HandOver(command, new LeadRequest(Door.Api, new Caller.Crm("crm"), command, null, LeadAnswers.Kept), Ct);
            return id;
        }

        /// <summary>The Playground's id of the lead's card.</summary>
        public async Task<string> MessageOf(LeadId lead) =>
            (await Eventually.Get(async () => await bot.Store.FindMessage(Door.Teams, SendingBot.Channel, "lead/" + lead, Ct))).Split('|')[1];

        public async Task Write(string words)
        {
            await Compose.ClickAsync();
            await Compose.PressSequentiallyAsync(words);
            await page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).First.ClickAsync();
        }

        public async Task<LeadState> StateOf(LeadId lead) => (await bot.Store.FindLead(lead, Ct))!.Lead.State;

        /// <summary>Mentions the bot in a new post of the channel.</summary>
        /// <returns>The post with what stands below it.</returns>
        public async Task<ILocator> Post(string command)
        {
            await Compose.ClickAsync();
            await Compose.PressSequentiallyAsync("@");
            await page.GetByRole(AriaRole.Menuitem, new() { Name = "AlignmentBot" }).ClickAsync();
            await Compose.PressSequentiallyAsync(" " + command);
            await page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true }).ClickAsync();
            var said = page.GetByText("AlignmentBot " + command, new() { Exact = true }).First;
            await Shown(said);
            return said.Locator("xpath=ancestor::*[.//button[@aria-label='Send Message' or @title='Send Message']][1]");
        }

        /// <summary>Chooses a command of the message extension.</summary>
        /// <param name="menu">What opens the menu: below the box for a new message, or at a message.</param>
        /// <returns>The dialog.</returns>
        public async Task<ILocator> Choose(string command, ILocator menu)
        {
            await menu.ClickAsync();
            await page.GetByRole(AriaRole.Menuitem, new() { Name = "Action Command" }).ClickAsync();
            var dialog = page.GetByRole(AriaRole.Dialog);
            await dialog.GetByRole(AriaRole.Textbox).FillAsync(command);
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
            return dialog;
        }

        public async ValueTask DisposeAsync()
        {
            await context.DisposeAsync();
            await playground.DisposeAsync();
            await bot.DisposeAsync();
        }
    }
}
