using AlignmentBot.Storage;

namespace AlignmentBot.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly TeamsPlace Announcements = new(
        "19:ann@thread.tacv2", TeamsPlaceKind.Channel, "https://smba.trafficmanager.net/emea/", "t1", "19:team@thread.tacv2", "g1", "owner", null);

    private static readonly TeamsPerson Megan = new("aad-megan", "t1", "29:1megan", "https://smba.trafficmanager.net/emea/", "a:1", "Europe/Berlin", "en-GB");

    [Fact]
    public async Task A_place_of_Teams_is_found_as_it_was_saved_last()
    {
        await Store.SaveTeamsPlace(Announcements, Ct);
        await Store.SaveTeamsPlace(Announcements with { EndedBecause = "app_uninstalled" }, Ct);

        Assert.Equal(Announcements with { EndedBecause = "app_uninstalled" }, await Store.FindTeamsPlace(Announcements.Conversation, Ct));
        Assert.Null(await Store.FindTeamsPlace("19:other@thread.tacv2", Ct));
    }

    [Fact]
    public async Task A_team_s_places_are_found_together()
    {
        var chat = new TeamsPlace("a:1", TeamsPlaceKind.Personal, "https://smba.trafficmanager.net/emea/", "t1", null, null, null, null);
        var general = Announcements with { Conversation = Announcements.Team! };
        foreach (var place in new[] { general, Announcements, chat, Announcements with { Conversation = "19:x@thread.tacv2", Team = "19:x@thread.tacv2" } })
            await Store.SaveTeamsPlace(place, Ct);

        Assert.Equal([Announcements, general], await Store.TeamsPlacesOf(Announcements.Team!, Ct));
        Assert.Equal(chat, await Store.FindTeamsPlace("a:1", Ct));
    }

    [Fact]
    public async Task A_person_of_Teams_is_found_by_account_and_by_the_name_towards_the_bot()
    {
        var adele = new TeamsPerson("aad-adele", "t1", "29:1adele", "https://smba.trafficmanager.net/emea/", null, null, null);
        await Store.SaveTeamsPerson(Megan with { Chat = null }, Ct);
        await Store.SaveTeamsPerson(Megan, Ct);
        await Store.SaveTeamsPerson(adele, Ct);

        Assert.Equal([adele, Megan], (await Store.FindTeamsPeople(["aad-megan", "aad-nobody", "aad-adele"], Ct)).OrderBy(person => person.Account));
        Assert.Equal(Megan, await Store.FindTeamsPersonByUserId("29:1megan", Ct));
        Assert.Null(await Store.FindTeamsPersonByUserId("29:1nobody", Ct));
    }
}
