using System.Text.Json.Nodes;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Channels.Slack.Outbound;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Bot.Slack.Install;

/// <summary>Several workspaces side by side: each by its own token, none sees what is another's.</summary>
public sealed class InstallWorkspaceTests
{
    private static readonly Pod Apac = new(new PodId("apac"), "APAC", "Asia/Singapore") { SlackChannel = "T0OTHER/C0APAC", RequiredFields = [] };

    private static readonly Member Mei = new(new MemberId("mei1"), Apac.Id, "mei@example.com", "Mei", Side.Sales) { SlackUser = "T0OTHER/U0MEI" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_pods_card_stands_in_its_own_workspace()
    {
        await using var bot = await StartTwo();

        await bot.HandOver();
        await bot.HandOver(Apac.Id, "bea");

        // The fake fails the test when a channel is called by another workspace's token.
        await bot.Until(() => bot.Workspace.In(InstallBot.ExampleChannel).Count == 1 && bot.Workspace.In(InstallBot.OtherChannel).Count == 1);
    }

    [Fact]
    public async Task Rep_accepts_in_the_second_workspace_and_the_card_changes()
    {
        await using var bot = await StartTwo();
        var card = await Card(bot);

        var reply = await Press(bot, "U0MEI", card, ActionIds.Accept);

        Assert.Equal(200, reply.Status);
        await bot.Until(() => card.Words.Contains("Mei", StringComparison.Ordinal));
        Assert.IsType<LeadState.Accepted>((await bot.Store.FindLead(new LeadId("beaxxxxxxx"), Ct))!.Lead.State);
    }

    [Fact]
    public async Task Same_user_id_in_another_workspace_is_another_person()
    {
        await using var bot = await StartTwo();
        await bot.HandOver();
        await bot.Until(() => bot.Workspace.In(InstallBot.ExampleChannel).Count == 1);
        var card = bot.Workspace.In(InstallBot.ExampleChannel)[0];

        await Press(bot, SlackBot.UserOf(SamplePod.Rosa), card, ActionIds.Accept, "https://example.com/not-slack");

        await bot.Until(() => bot.Slack.Count("chat.postEphemeral") == 1);
        Assert.IsType<LeadState.Offered>((await bot.Store.FindLead(new LeadId("adaxxxxxxx"), Ct))!.Lead.State);
    }

    [Fact]
    public async Task Stranger_in_one_workspace_is_shown_nothing_of_another_ones_pod()
    {
        await using var bot = await InstallBot.StartInstalled();
        await bot.Install(FakeTeam.Other);
        await bot.HandOver();

        var reply = await bot.Door.Send("team_id=T0OTHER&channel_id=C0SOME&user_id=U0SOME&command=%2Fmql&text=leads&trigger_id=1", "application/x-www-form-urlencoded");

        Assert.Contains("roster", reply.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Example Ltd", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_tab_is_drawn_by_the_workspaces_own_token()
    {
        await using var bot = await StartTwo();
        await bot.HandOver(Apac.Id, "bea");

        await Event(bot, FakeTeam.Other, new JsonObject { ["type"] = "app_home_opened", ["user"] = "U0MEI", ["tab"] = "home", ["channel"] = "D0MEI" }, "Ev1");

        await bot.Until(() => bot.Workspace.Home("U0MEI") is not null);
    }

    [Fact]
    public async Task Reply_below_a_card_is_kept_in_the_second_workspace_too()
    {
        await using var bot = await StartTwo();
        var card = await Card(bot);
        await InstallBot.UntilStored(async () => (await bot.Store.SlotsOf(Door.Slack, "T0OTHER/C0APAC", new SlackMessageId(card.Channel, card.Ts).ToString(), Ct)).Count == 1);

        await Event(bot, FakeTeam.Other, new JsonObject
        {
            ["type"] = "message", ["channel"] = card.Channel, ["channel_type"] = "channel", ["user"] = "U0MEI", ["text"] = "I know them.", ["ts"] = bot.Workspace.NewTs(), ["thread_ts"] = card.Ts,
        }, "Ev1");

        Assert.Single(await bot.Store.History(new LeadId("beaxxxxxxx"), Ct), happened => happened.Fact is LeadFact.Commented);
    }

    [Fact]
    public async Task App_of_a_whole_organisation_is_reached_by_the_organisations_token()
    {
        await using var bot = await InstallBot.Start();
        bot.Slack.OAuth.TeamOfChannel["C0GROUP"] = FakeTeam.Group.Id;
        var page = await bot.Install(FakeTeam.Group);
        await bot.Store.SavePod(Apac with { SlackChannel = "E0GROUP/C0GROUP" }, Ct);
        await bot.Store.SaveMember(Mei with { SlackUser = "E0GROUP/U0MEI" }, Ct);
        var stored = await bot.Installed(FakeTeam.Group);

        await bot.HandOver(Apac.Id, "bea");
        await bot.Until(() => bot.Workspace.In("C0GROUP").Count == 1);
        var click = new SlackPerson("U0MEI", bot.Door, bot.Slack).ClickOn(bot.Workspace.In("C0GROUP")[0], ActionIds.Accept);
        click["team"] = null;
        click["enterprise"] = new JsonObject { ["id"] = "E0GROUP" };
        click["is_enterprise_install"] = true;
        await bot.Door.Interaction(click);

        Assert.Equal("AlignmentBot is in Example Group", page.Title);
        Assert.Equal(("E0GROUP", "E0GROUP", null), (stored.Workspace, stored.Enterprise, stored.Team));
        Assert.IsType<LeadState.Accepted>((await bot.Store.FindLead(new LeadId("beaxxxxxxx"), Ct))!.Lead.State);
    }

    [Fact]
    public async Task Slash_command_of_a_whole_organisation_finds_its_pod()
    {
        await using var bot = await InstallBot.Start();
        await bot.Install(FakeTeam.Group);
        await bot.Store.SavePod(Apac with { SlackChannel = "E0GROUP/C0GROUP" }, Ct);
        await bot.Store.SaveMember(Mei with { SlackUser = "E0GROUP/U0MEI" }, Ct);

        var reply = await bot.Door.Send(
            "team_id=T0ANY&enterprise_id=E0GROUP&is_enterprise_install=true&channel_id=C0GROUP&user_id=U0MEI&command=%2Fmql&text=leads&trigger_id=1", "application/x-www-form-urlencoded");

        Assert.DoesNotContain("roster", reply.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pod_that_names_no_workspace_has_its_messages_parked_with_the_reason()
    {
        await using var bot = await InstallBot.StartInstalled();
        await bot.Store.SavePod(SamplePod.Emea with { SlackChannel = "C0EMEA" }, Ct);

        await bot.HandOver();

        await InstallBot.UntilStored(async () => (await bot.ParkedReasons()).SequenceEqual(["workspace_not_named"]));
    }

    [Fact]
    public async Task Limit_of_one_workspace_does_not_hold_up_another()
    {
        await using var bot = await StartTwo();
        bot.Slack.RetryAfter = 30;
        bot.Slack.Fault = method => method == "auth.test" ? SlackFault.TooMany : SlackFault.None;
        await Assert.ThrowsAsync<ChannelUnavailableException>(() => bot.Api(FakeTeam.Example).AuthTest(Ct));
        bot.Slack.Fault = _ => SlackFault.None;

        await Assert.ThrowsAsync<ChannelUnavailableException>(() => bot.Api(FakeTeam.Example).AuthTest(Ct));
        Assert.Equal("T0OTHER", (await bot.Api(FakeTeam.Other).AuthTest(Ct)).TeamId);
    }

    private static async Task<InstallBot> StartTwo()
    {
        var bot = await InstallBot.StartInstalled();
        await bot.Install(FakeTeam.Other);
        await bot.Store.SavePod(Apac, Ct);
        await bot.Store.SaveMember(Mei, Ct);
        return bot;
    }

    private static async Task<FakeMessage> Card(InstallBot bot)
    {
        await bot.HandOver(Apac.Id, "bea");
        await bot.Until(() => bot.Workspace.In(InstallBot.OtherChannel).Count == 1);
        return bot.Workspace.In(InstallBot.OtherChannel)[0];
    }

    private static async Task<SlackReply> Press(InstallBot bot, string user, FakeMessage card, string action, string? responseUrl = null)
    {
        var click = new SlackPerson(user, bot.Door, bot.Slack).ClickOn(card, action);
        click["team"] = new JsonObject { ["id"] = "T0OTHER" };
        if (responseUrl is not null)
            click["response_url"] = responseUrl;
        // What is answered beside the card goes where the click came from.
        if (card.Channel == InstallBot.ExampleChannel)
            bot.Slack.OAuth.TeamOfChannel.Remove(InstallBot.ExampleChannel);
        return await bot.Door.Interaction(click);
    }

    private static async Task Event(InstallBot bot, FakeTeam team, JsonObject happened, string id)
    {
        var reply = await bot.Door.Json(new JsonObject
        {
            ["type"] = "event_callback",
            ["team_id"] = team.Id,
            ["event_id"] = id,
            ["authorizations"] = new JsonArray(new JsonObject { ["enterprise_id"] = null, ["team_id"] = team.Id, ["user_id"] = team.BotUser, ["is_bot"] = true, ["is_enterprise_install"] = false }),
            ["event"] = happened,
        });
        Assert.Equal(200, reply.Status);
    }
}
