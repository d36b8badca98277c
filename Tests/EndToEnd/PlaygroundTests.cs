using System.Text.Json.Nodes;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
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

    /// <summary>The Playground's page takes its time on a busy machine.</summary>
    private static Task Shown(ILocator what) => Expect(what).ToBeVisibleAsync(new() { Timeout = 30_000 });

    /// <summary>The bot, the Playground, and Rosa's window with the pod's channel open.</summary>
    private sealed class Stage(RunningBot bot, Playground playground, IBrowserContext context, IPage page) : IAsyncDisposable
    {
        public Playground Playground => playground;

        public IPage Page => page;

        public static async Task<Stage> Open(Browsers browsers)
        {
            var context = await browsers.Open();
            var bot = await RunningBot.Start(["--Teams:AllowAnonymousLoopback=true", "--Local:Enabled=false", "--Teams:MessageGap=00:00:00"]);
            var playground = await Playground.Start(bot.Address);
            await bot.Store.SavePod(SamplePod.Emea with { TeamsChannel = SendingBot.Channel }, Ct);
            foreach (var member in SamplePod.Everybody)
                await bot.Store.SaveMember(member with { TeamsUser = SendingBot.AccountOf(member) }, Ct);
            var page = await context.NewPageAsync();
            page.SetDefaultTimeout(30_000);
            await page.GotoAsync(playground.Address.AbsoluteUri);
            // Opening the channel for the first time installs the app there.
            await page.GetByRole(AriaRole.Treeitem, new() { Name = "Leads" }).ClickAsync();
            await Eventually.Get(async () => await bot.Store.FindTeamsPlace(SendingBot.Channel, Ct));
            await Shown(page.GetByText("Start a new post"));
            return new Stage(bot, playground, context, page);
        }

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
            var box = page.Locator("div[data-lexical-editor=\"true\"]").First;
            await box.ClickAsync();
            await box.PressSequentiallyAsync(words);
            await page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).First.ClickAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await context.DisposeAsync();
            await playground.DisposeAsync();
            await bot.DisposeAsync();
        }
    }
}
