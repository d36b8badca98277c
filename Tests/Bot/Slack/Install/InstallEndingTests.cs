using System.Text.Json.Nodes;
using AlignmentBot.Tests.Fakes.Slack;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Slack.Install;

/// <summary>A workspace that cannot be reached any more, and comes back.</summary>
public sealed class InstallEndingTests
{
    private const string WhatToDo = "Have an admin of the workspace open /slack/install once more";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("token_revoked", false)]
    [InlineData("account_inactive", true)]
    [InlineData("invalid_auth", true)]
    public async Task Dead_token_parks_what_is_owed_and_says_once_what_to_do(string error, bool kept)
    {
        await using var bot = await InstallBot.StartInstalled();
        bot.Slack.OAuth.Spoil(FakeTeam.Example, error);

        await bot.HandOver();
        await bot.HandOver("bea");

        await InstallBot.UntilStored(async () => (await bot.ParkedReasons()).SequenceEqual([error, error]));
        var stored = await bot.Installed(FakeTeam.Example);
        Assert.Equal((error, kept), (stored.EndedBecause, stored.Secret is not null));
        Assert.Equal(1, Said(bot, WhatToDo));
    }

    [Fact]
    public async Task What_was_parked_is_delivered_once_after_the_app_is_installed_again()
    {
        await using var bot = await InstallBot.StartInstalled();
        bot.Slack.OAuth.Spoil(FakeTeam.Example, "token_revoked");
        await bot.HandOver();
        await InstallBot.UntilStored(async () => (await bot.ParkedReasons()).Count == 1);

        var page = await bot.Install(FakeTeam.Example);

        Assert.Contains("1 message that waited for this is on its way.", page.Words, StringComparison.Ordinal);
        await bot.Until(() => bot.Workspace.In(InstallBot.ExampleChannel).Count == 1);
        Assert.Empty(await bot.ParkedReasons());
        Assert.Null((await bot.Installed(FakeTeam.Example)).EndedBecause);
    }

    [Fact]
    public async Task What_was_parked_for_another_workspace_stays_parked()
    {
        await using var bot = await InstallBot.StartInstalled();
        await bot.Install(FakeTeam.Other);
        bot.Slack.OAuth.Spoil(FakeTeam.Example, "token_revoked");
        await bot.HandOver();
        await InstallBot.UntilStored(async () => (await bot.ParkedReasons()).Count == 1);

        await bot.Install(FakeTeam.Other);

        Assert.Single(await bot.ParkedReasons());
    }

    [Theory]
    [InlineData("app_uninstalled", "tokens_revoked")]
    [InlineData("tokens_revoked", "app_uninstalled")]
    [InlineData("app_uninstalled", "app_uninstalled")]
    public async Task Removed_app_is_noted_once_whatever_Slack_says_first(string first, string second)
    {
        await using var bot = await InstallBot.StartInstalled();

        await Happens(bot, first, "Ev1");
        await Happens(bot, second, "Ev2");
        await Happens(bot, second, "Ev2");

        var stored = await bot.Installed(FakeTeam.Example);
        Assert.Equal((first, null, 2), (stored.EndedBecause, stored.Secret, (int)stored.Version));
        Assert.Equal(1, Said(bot, WhatToDo));
    }

    [Fact]
    public async Task Lead_for_a_removed_app_is_parked_without_a_call()
    {
        await using var bot = await InstallBot.StartInstalled();
        await Happens(bot, "app_uninstalled", "Ev1");

        await bot.HandOver();

        await InstallBot.UntilStored(async () => (await bot.ParkedReasons()).SequenceEqual(["app_uninstalled"]));
        Assert.Equal(0, bot.Slack.Count("chat.postMessage"));
    }

    [Fact]
    public async Task Revoked_tokens_of_people_end_nothing()
    {
        await using var bot = await InstallBot.StartInstalled();

        await Happens(bot, "tokens_revoked", "Ev1", "U0SOMEBODY");

        Assert.Null((await bot.Installed(FakeTeam.Example)).EndedBecause);
    }

    [Fact]
    public async Task Late_news_of_an_old_installation_does_not_end_the_new_one()
    {
        await using var bot = await InstallBot.StartInstalled();
        var removed = bot.Time.GetUtcNow();
        bot.Time.Advance(Duration.FromMinutes(5));
        await bot.Install(FakeTeam.Example);

        await Happens(bot, "tokens_revoked", "Ev1", at: removed);

        Assert.Null((await bot.Installed(FakeTeam.Example)).EndedBecause);
    }

    [Fact]
    public async Task News_of_a_workspace_that_the_bot_does_not_know_is_no_fault()
    {
        await using var bot = await InstallBot.Start();

        await Happens(bot, "app_uninstalled", "Ev1");

        Assert.Empty(await bot.Store.Installations(Ct));
    }

    [Fact]
    public async Task Workspace_that_was_put_right_without_a_new_installation_works_after_a_restart()
    {
        await using var bot = await InstallBot.StartInstalled();
        var team = FakeTeam.Example;
        bot.Slack.OAuth.Spoil(team, "account_inactive");
        await bot.HandOver();
        await InstallBot.UntilStored(async () => (await bot.ParkedReasons()).Count == 1);
        bot.Slack.OAuth.Heal(team);

        await bot.Restart();

        await bot.Until(() => bot.Workspace.In(InstallBot.ExampleChannel).Count == 1);
    }

    [Fact]
    public async Task Line_below_a_card_that_was_parked_follows_its_card()
    {
        await using var bot = await InstallBot.StartInstalled();
        bot.Slack.OAuth.Spoil(FakeTeam.Example, "token_revoked");
        await bot.HandOver();
        await InstallBot.UntilStored(async () => (await bot.ParkedReasons()).Count == 1);
        await bot.Reject(Fakes.SamplePod.Rosa);
        await InstallBot.UntilStored(async () => (await bot.ParkedReasons()).Count >= 3);

        await bot.Install(FakeTeam.Example);

        await bot.Until(() => bot.Workspace.In(InstallBot.ExampleChannel) is [var card] && bot.Workspace.Thread(card).Count == 1);
    }

    [Fact]
    public async Task App_with_its_token_in_the_configuration_delivers_after_a_restart_with_a_working_one()
    {
        await using var bot = await SlackBot.Start();
        await bot.Door.Event(new JsonObject { ["type"] = "app_uninstalled" }, "Ev1");
        await bot.HandOver();
        await InstallBot.UntilStored(async () => (await bot.Store.Parked(10, Ct)).Select(row => row.Reason).SequenceEqual(["app_uninstalled"]));

        await bot.Restart();

        await bot.Until(() => bot.Workspace.In(SlackBot.Channel).Count == 1);
    }

    private static int Said(InstallBot bot, string words) => bot.Log.Text.Split(words).Length - 1;

    private static async Task Happens(InstallBot bot, string type, string id, string user = "U0BOT", DateTimeOffset? at = null)
    {
        var happened = new JsonObject { ["type"] = type };
        if (type == "tokens_revoked")
            happened["tokens"] = new JsonObject { ["oauth"] = new JsonArray("U0SOMEBODY"), ["bot"] = new JsonArray(user) };
        var reply = await bot.Door.Json(new JsonObject
        {
            ["type"] = "event_callback",
            ["team_id"] = "T0TEAM",
            ["event_id"] = id,
            ["event_time"] = (at ?? bot.Time.GetUtcNow()).ToUnixTimeSeconds(),
            ["event"] = happened,
        });
        Assert.Equal(200, reply.Status);
    }
}
