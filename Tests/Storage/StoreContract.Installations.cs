using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly Installation Whole = new(
        "T0123", "E0123", "T0123", "Example Ltd", "U0BOT", ["chat:write", "commands"], "U0ADMIN", Sample.Monday, "enciphered", Sample.At(720), null, 0);

    private static readonly Installation Bare = new("E0999", "E0999", null, "Example Group", "U0BOT", [], "U0ADMIN", Sample.Monday, null, null, "app_uninstalled", 0);

    [Fact]
    public async Task An_installation_is_found_as_it_was_saved()
    {
        Assert.True(await Store.SaveInstallation(Whole, Ct));
        Assert.True(await Store.SaveInstallation(Bare, Ct));

        Assert.Equal(Whole with { Version = 1 }, await Store.FindInstallation("T0123", Ct));
        Assert.Equal([Bare with { Version = 1 }, Whole with { Version = 1 }], await Store.Installations(Ct));
        Assert.Null(await Store.FindInstallation("T0000", Ct));
    }

    [Fact]
    public async Task An_installation_is_replaced_by_who_read_its_last_version()
    {
        await Store.SaveInstallation(Whole, Ct);

        Assert.True(await Store.SaveInstallation(Whole with { Secret = "newer", Version = 1 }, Ct));
        Assert.False(await Store.SaveInstallation(Whole with { Secret = "stale", Version = 1 }, Ct));
        Assert.False(await Store.SaveInstallation(Whole with { Secret = "stale", Version = 0 }, Ct));

        Assert.Equal(Whole with { Secret = "newer", Version = 2 }, await Store.FindInstallation("T0123", Ct));
    }

    [Fact]
    public async Task An_installation_that_is_not_there_cannot_be_replaced()
    {
        Assert.False(await Store.SaveInstallation(Whole with { Version = 3 }, Ct));
        Assert.Empty(await Store.Installations(Ct));
    }

    [Fact]
    public async Task Of_twenty_savers_at_once_one_wins()
    {
        await Store.SaveInstallation(Whole, Ct);

        var saved = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () => await Store.SaveInstallation(Whole with { Version = 1 }, Ct), Ct)));

        Assert.Equal(1, saved.Count(won => won));
        Assert.Equal(2, (await Store.FindInstallation("T0123", Ct))!.Version);
    }

    [Fact]
    public async Task What_was_parked_for_a_reason_that_is_gone_is_owed_again_in_the_old_order()
    {
        await Owe(Sample.Card(1, "T1/C1"), Sample.Card(2, "T1/C1"), Sample.Card(3, "T1/C1"), Sample.Card(4, "T2/C1"));
        var claimed = await Claim(Sample.Monday);
        await Settle(new Settlement(Door.Slack, "T1/C1")
        {
            Parked = [new ParkOwed(Of(claimed, 1), "app_uninstalled"), new ParkOwed(Of(claimed, 2), "is_archived"), new ParkOwed(Of(claimed, 3), "token_revoked")],
        });
        await Settle(new Settlement(Door.Slack, "T2/C1") { Parked = [new ParkOwed(Of(claimed, 4), "app_uninstalled")] });

        Assert.Equal(2, await Store.OweAgain(Door.Slack, "T1/", ["app_uninstalled", "token_revoked"], Ct));

        Assert.Equal(Sample.Monday, await Store.NextOwedAt(Ct));
        Assert.Equal("card/1 card/3", Effects(await Claim(Sample.Monday)));
        Assert.Equal(["app_uninstalled", "is_archived"], (await Store.Parked(10, Ct)).Select(row => row.Reason));
    }

    [Fact]
    public async Task What_is_owed_again_goes_before_what_was_owed_later_and_waits_for_a_claim_in_hand()
    {
        await Owe(Sample.Card(1), Sample.Card(2));
        var claimed = await Claim(Sample.Monday);
        await Settle(new Settlement(Door.Slack, "C0123") { Parked = [new ParkOwed(Of(claimed, 1), "app_uninstalled")], Untried = [Of(claimed, 2)] });
        claimed = await Claim(Sample.At(1));

        Assert.Equal(1, await Store.OweAgain(Door.Slack, string.Empty, ["app_uninstalled"], Ct));
        Assert.Empty(await Claim(Sample.At(1)));

        await Settle(new Settlement(Door.Slack, "C0123") { Untried = [Of(claimed, 2)] });
        Assert.Equal("card/1 card/2", Effects(await Claim(Sample.At(1))));
    }

    [Fact]
    public async Task Nothing_is_owed_again_at_another_door()
    {
        await Owe(Sample.Card(1));
        var claimed = Assert.Single(await Claim(Sample.Monday));
        await Settle(new Settlement(Door.Slack, "C0123") { Parked = [new ParkOwed(claimed.Id, "app_uninstalled")] });

        Assert.Equal(0, await Store.OweAgain(Door.Teams, string.Empty, ["app_uninstalled"], Ct));
        Assert.Empty(await Claim(Sample.Monday));
    }
}
