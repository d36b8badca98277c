using System.Text.Json.Nodes;
using AlignmentBot.Bot.Channels.Teams.Inbound;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>The bot and people come and go.</summary>
public sealed class LifecycleTests
{
    [Fact]
    public async Task Where_the_app_is_installed_is_known_with_who_did_it()
    {
        await using var bot = await TeamsBot.Start();

        Assert.Equal(new TeamsAnswer(200, string.Empty), await bot.Post(Installation(bot, "add")));

        Assert.Equal(
            new TeamsPlace(TeamsBot.Channel, TeamsPlaceKind.Channel, bot.ServiceUrl, TeamsBot.Tenant, TeamsBot.Team, FakeTeamsPeople.GroupId, TeamsBot.AccountOf(SamplePod.Mona), null),
            await bot.Store.FindTeamsPlace(TeamsBot.Channel, TeamsBot.Ct));
    }

    [Fact]
    public async Task Removal_ends_every_channel_of_the_team_and_is_said_in_the_log_until_it_is_installed_again()
    {
        await using var bot = await TeamsBot.Start();
        await bot.Post(Installation(bot, "add"));
        await bot.Post(bot.As(SamplePod.Mona).Saying("help", "19:other@thread.tacv2"));

        await bot.Post(Installation(bot, "remove"));

        Assert.All(await Places(bot), place => Assert.Equal("app_uninstalled", place.EndedBecause));
        Assert.Equal(2, (await Places(bot)).Count);
        Assert.Contains("Warning: The bot was removed from a Channel of Teams", bot.Log.Text, StringComparison.Ordinal);

        await bot.Post(Installation(bot, "add"));
        Assert.All(await Places(bot), place => Assert.Null(place.EndedBecause));
        Assert.All(await Places(bot), place => Assert.Equal(TeamsBot.Team, place.Team));
    }

    [Fact]
    public async Task What_was_parked_by_the_removal_is_owed_again_after_the_next_installation()
    {
        await using var bot = await TeamsBot.Start();
        await bot.Post(Installation(bot, "add"));
        await bot.Post(Installation(bot, "remove"));
        await bot.Park(TeamsBot.Channel, "app_uninstalled");
        Assert.Single(await bot.Store.Parked(10, TeamsBot.Ct));

        await bot.Post(Installation(bot, "add"));

        Assert.Empty(await bot.Store.Parked(10, TeamsBot.Ct));
    }

    [Fact]
    public async Task Upgrade_of_the_app_is_no_removal()
    {
        await using var bot = await TeamsBot.Start();
        await bot.Post(Installation(bot, "add"));

        await bot.Post(Installation(bot, "remove-upgrade"));
        await bot.Post(Installation(bot, "add-upgrade"));

        Assert.Null((await bot.Store.FindTeamsPlace(TeamsBot.Channel, TeamsBot.Ct))!.EndedBecause);
    }

    [Fact]
    public async Task Whoever_leaves_the_team_is_taken_off_the_rosters_of_its_pods()
    {
        await using var bot = await TeamsBot.Start();
        await bot.Post(Installation(bot, "add"));
        await bot.As(SamplePod.Sam).Say("help");

        await bot.Post(Removal(bot, new JsonObject { ["id"] = "29:rosa", ["aadObjectId"] = TeamsBot.AccountOf(SamplePod.Rosa) }));
        await bot.Post(Removal(bot, new JsonObject { ["id"] = "29:sam" }));
        await bot.Post(Removal(bot, new JsonObject { ["id"] = "29:nobody" }));

        Assert.Equal([SamplePod.Lena.Id, SamplePod.Max.Id, SamplePod.Mia.Id, SamplePod.Mona.Id], await Active(bot));
    }

    [Fact]
    public async Task Whoever_leaves_another_team_stays()
    {
        await using var bot = await TeamsBot.Start();
        await bot.Post(Installation(bot, "add"));
        var removal = Removal(bot, new JsonObject { ["id"] = "29:rosa", ["aadObjectId"] = TeamsBot.AccountOf(SamplePod.Rosa) });
        removal["channelData"]!["team"] = new JsonObject { ["id"] = "19:elsewhere@thread.tacv2" };
        removal["conversation"]!["id"] = "19:elsewhere@thread.tacv2";

        await bot.Post(removal);

        Assert.Contains(SamplePod.Rosa.Id, await Active(bot));
    }

    [Fact]
    public async Task Bot_that_is_taken_out_of_a_personal_chat_knows_it()
    {
        await using var bot = await TeamsBot.Start();
        var rosa = bot.As(SamplePod.Rosa);
        var install = rosa.Activity("installationUpdate", rosa.Chat);
        install["action"] = "add";
        await bot.Post(install);
        Assert.Equal(rosa.Chat, Assert.Single(await bot.Store.FindTeamsPeople([rosa.Account], TeamsBot.Ct)).Chat);

        install["action"] = "remove";
        install["id"] = TeamsUser.NextId();
        await bot.Post(install);
        Assert.Equal("app_uninstalled", (await bot.Store.FindTeamsPlace(rosa.Chat, TeamsBot.Ct))!.EndedBecause);

        await rosa.Say("queue", rosa.Chat);
        Assert.Null((await bot.Store.FindTeamsPlace(rosa.Chat, TeamsBot.Ct))!.EndedBecause);
    }

    [Fact]
    public async Task Everybody_in_the_team_is_learnt_so_that_cards_have_views_of_their_own()
    {
        await using var bot = await TeamsBot.Start();
        bot.Connector.People.Everybody["aad-new"] = new FakeTeamsPerson("29:new", "New", "new@example.com");

        await bot.Service<TeamsRosterWatch>().Look(TeamsBot.Ct);

        Assert.Equal("29:new", (await bot.Store.FindTeamsPersonByUserId("29:new", TeamsBot.Ct))?.UserId);
        var lead = await bot.HandOver();
        Assert.Equal(SamplePod.Everybody.Count, (await bot.CardOf(lead)).Card["refresh"]!["userIds"]!.AsArray().Count);
    }

    private static JsonObject Installation(TeamsBot bot, string action)
    {
        var installation = bot.As(SamplePod.Mona).Activity("installationUpdate", TeamsBot.Channel);
        installation["action"] = action;
        installation["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = TeamsBot.Channel } };
        return installation;
    }

    private static JsonObject Removal(TeamsBot bot, JsonObject member)
    {
        var update = bot.As(SamplePod.Mona).Activity("conversationUpdate", TeamsBot.Team);
        update["channelData"]!["eventType"] = "teamMemberRemoved";
        update["channelData"]!.AsObject().Remove("channel");
        update["membersRemoved"] = new JsonArray(member);
        return update;
    }

    private static Task<IReadOnlyList<TeamsPlace>> Places(TeamsBot bot) => bot.Store.TeamsPlacesOf(TeamsBot.Team, TeamsBot.Ct).AsTask();

    private static async Task<IEnumerable<AlignmentBot.Domain.MemberId>> Active(TeamsBot bot) =>
        (await bot.Store.Members(SamplePod.Emea.Id, TeamsBot.Ct)).Where(member => member.Active).Select(member => member.Id).OrderBy(id => id.Value, StringComparer.Ordinal);
}
