using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using AlignmentBot.Tests.Bot.CommandLine;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Bot.Slack.Install;

/// <summary>The command <c>doctor</c>, against the fake Slack.</summary>
public sealed class DoctorTests : IAsyncLifetime
{
    private readonly Terminal terminal = new();
    private FakeSlack? slack;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FakeSlack Slack => slack!;

    public async ValueTask InitializeAsync()
    {
        slack = await FakeSlack.Start();
        Slack.Channels["C0EMEA"] = new FakeChannel("leads");
        await Save(SamplePod.Emea with { SlackChannel = "C0EMEA" });
    }

    public async ValueTask DisposeAsync()
    {
        await Slack.DisposeAsync();
        terminal.Dispose();
    }

    [Fact]
    public async Task All_is_well_where_all_is_well()
    {
        var ran = await Doctor();

        Assert.Equal(0, ran.Code);
        Assert.Equal(
            [
                "ok     Settings: The section Slack can be used.",
                "ok     Signing secret: There is one, so what is posted to /slack/events is checked.",
                "ok     Token of Slack:BotToken: It works: workspace Example Ltd (T0TEAM), bot user U0BOT.",
                $"ok     Scopes of Slack:BotToken: All {Slack.Scopes.Count} are granted.",
                "ok     Clock: It agrees with Slack's.",
                "ok     Channel of pod emea: The bot is in #leads (C0EMEA).",
                "All is well.",
            ],
            ran.Lines);
    }

    [Fact]
    public async Task Every_wrong_setting_is_a_fault_of_its_own()
    {
        var ran = await terminal.Run("doctor", "--Slack:AppToken=xoxb-1");

        Faulty(ran, "Slack:BotToken is empty", "appsettings.json");
        Faulty(ran, "Slack:AppToken is not an app-level token", "appsettings.json");
        Assert.Contains("2 of 2 checks found faults.", ran.Lines);
    }

    [Fact]
    public async Task Slack_that_is_not_set_up_is_no_fault()
    {
        var ran = await terminal.Run("doctor");

        Assert.Equal(0, ran.Code);
        Assert.Contains("docs/slack.md", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scope_that_is_missing_is_named()
    {
        Slack.Scopes.Remove("im:write");

        Faulty(await Doctor(), "Scopes of Slack:BotToken: Missing: im:write.", "OAuth & Permissions, Bot Token Scopes, and press Reinstall to Workspace");
    }

    [Fact]
    public async Task Token_that_does_not_work_is_to_be_copied_again()
    {
        Slack.Refusal = method => method == "auth.test" ? "invalid_auth" : null;

        var ran = await Doctor();

        Faulty(ran, "Token of Slack:BotToken: It does not work: invalid_auth.", "Copy the Bot User OAuth Token again");
        Assert.DoesNotContain(FakeSlack.BotToken, ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task App_token_is_tried()
    {
        var ran = await Doctor($"--Slack:AppToken={FakeSlack.AppToken}");

        Assert.Contains("ok     App token: Slack opens connections for it (Socket Mode).", ran.Lines);
    }

    [Fact]
    public async Task App_token_without_its_scope_is_to_be_made_anew()
    {
        Slack.Refusal = method => method == "apps.connections.open" ? "missing_scope" : null;

        Faulty(await Doctor($"--Slack:AppToken={FakeSlack.AppToken}"), "App token: Slack opens no connection: missing_scope.", "connections:write");
    }

    [Theory]
    [InlineData(58, true)]
    [InlineData(90, false)]
    [InlineData(-90, false)]
    public async Task Clock_may_be_a_minute_off(int seconds, bool well)
    {
        Slack.ClockAhead = TimeSpan.FromSeconds(seconds);

        var ran = await Doctor();

        if (well)
            Assert.Contains("ok     Clock: It agrees with Slack's.", ran.Lines);
        else
            Faulty(ran, seconds > 0 ? "seconds behind Slack's" : "seconds ahead of Slack's", "timedatectl set-ntp true");
    }

    [Fact]
    public async Task Channel_without_the_bot_needs_an_invitation()
    {
        Slack.Channels["C0EMEA"] = new FakeChannel("leads", IsMember: false);

        Faulty(await Doctor(), "Channel of pod emea: The bot is not in #leads (C0EMEA)", "/invite @AlignmentBot");
    }

    [Fact]
    public async Task Archived_channel_is_a_fault()
    {
        Slack.Channels["C0EMEA"] = new FakeChannel("leads", IsArchived: true);

        Faulty(await Doctor(), "#leads (C0EMEA) is archived.", "Unarchive");
    }

    [Fact]
    public async Task Channel_that_Slack_does_not_know_is_a_fault()
    {
        Slack.Channels.Clear();

        Faulty(await Doctor(), "Slack does not know C0EMEA", "About tab");
    }

    [Fact]
    public async Task Pod_without_a_channel_is_to_be_set_up()
    {
        await Save(SamplePod.Emea);

        Faulty(await Doctor(), "Channel of pod emea: There is none", "/mql setup");
    }

    [Fact]
    public async Task Slack_that_cannot_be_reached_is_told_as_such()
    {
        Slack.Fault = _ => SlackFault.ServerError;

        Faulty(await Doctor(), "Token of Slack:BotToken: It does not work: HTTP 500.", "Slack:ApiBaseUrl");
    }

    [Fact]
    public async Task Store_that_is_not_there_does_not_hide_the_rest()
    {
        using var empty = new Terminal();

        var ran = await empty.Run(Switches());

        Faulty(ran, "Store: There is no store", "Start the bot once");
        Assert.DoesNotContain("Pods:", ran.Output, StringComparison.Ordinal);
        Assert.Contains(ran.Lines, line => line.StartsWith("ok     Token of Slack:BotToken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_workspaces_are_looked_at_one_by_one()
    {
        await using var bot = await InstallBot.StartInstalled();
        await bot.Install(FakeTeam.Other);
        bot.Slack.Channels["C0EMEA"] = new FakeChannel("leads");
        bot.Slack.OAuth.Spoil(FakeTeam.Other, "token_revoked");
        await bot.Api(FakeTeam.Example).AuthTest(Ct);
        await Assert.ThrowsAsync<AlignmentBot.Bot.Channels.ChannelRefusedException>(() => bot.Api(FakeTeam.Other).AuthTest(Ct));

        var ran = await Terminal.RunAt(bot.Folder.File("bot.db"), [.. InstallSwitches(bot)]);

        Assert.Contains("ok     Token of Example Ltd (T0TEAM): It works: workspace Example Ltd (T0TEAM), bot user U0BOT.", ran.Lines);
        Assert.Contains("ok     Channel of pod emea: The bot is in #leads (C0EMEA).", ran.Lines);
        Faulty(ran, "Token of Other & Sons (T0OTHER): It has ended (token_revoked).", "open http://127.0.0.1:5080/slack/install");
        foreach (var token in bot.Slack.OAuth.Given)
            Assert.DoesNotContain(token, ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bot_that_nobody_has_installed_yet_says_where_to_do_it()
    {
        await using var bot = await InstallBot.Start();

        var ran = await Terminal.RunAt(bot.Folder.File("bot.db"), [.. InstallSwitches(bot)]);

        Faulty(ran, "Workspaces: None has installed the app yet.", "Open http://127.0.0.1:5080/slack/install");
        Faulty(ran, "Channel of pod emea: It is in workspace T0TEAM, which cannot be reached.", "Put the token");
    }

    [Fact]
    public async Task Pod_that_names_no_workspace_is_a_fault_among_several()
    {
        await using var bot = await InstallBot.StartInstalled();
        await bot.Store.SavePod(SamplePod.Emea with { SlackChannel = "C0EMEA" }, Ct);

        var ran = await Terminal.RunAt(bot.Folder.File("bot.db"), [.. InstallSwitches(bot)]);

        Faulty(ran, "It names no workspace, but several may install the app.", "--slack-channel T0123ABCD/C0123ABCD");
    }

    private static void Faulty(Ran ran, string says, string remedy)
    {
        Assert.Equal(1, ran.Code);
        var at = ran.Lines.ToList().FindIndex(line => line.StartsWith("fault  ", StringComparison.Ordinal) && line.Contains(says, StringComparison.Ordinal));
        Assert.True(at >= 0, ran.Output);
        Assert.Contains(remedy, ran.Lines[at + 1], StringComparison.Ordinal);
    }

    private static string[] InstallSwitches(InstallBot bot) =>
    [
        "doctor", "--PublicUrl=http://127.0.0.1:5080", $"--Slack:ClientId={FakeOAuth.ClientId}", $"--Slack:ClientSecret={FakeOAuth.ClientSecret}",
        $"--Slack:SigningSecret={SlackDoor.Secret}", $"--Slack:ApiBaseUrl={bot.Slack.Api}",
    ];

    private string[] Switches() =>
        ["doctor", $"--Slack:BotToken={FakeSlack.BotToken}", $"--Slack:SigningSecret={SlackDoor.Secret}", $"--Slack:ApiBaseUrl={Slack.Api}"];

    private Task<Ran> Doctor(params string[] more) => terminal.Run([.. Switches(), .. more]);

    private async Task Save(Pod pod)
    {
        await using var store = await SqliteStore.Open(terminal.StorePath, SqliteOpen.Visitor, Ct);
        await store.SavePod(pod, Ct);
    }
}
