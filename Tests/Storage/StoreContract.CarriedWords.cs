using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly CarriedWords Said = new("said/lead000001/2", "Calling them at three.", Sample.Monday);

    private static readonly Owed SaidInSlack = new("slack:" + Said.Subject, Door.Slack, "C1", Said.Subject, "lead/lead000001", Said.Subject, Sample.Monday);

    private static readonly Owed SaidInTeams = SaidInSlack with { Effect = "teams:" + Said.Subject, Door = Door.Teams, Conversation = "19:1" };

    [Fact]
    public async Task Words_are_kept_with_what_is_owed_of_them()
    {
        await Store.Commit(new Commit { Owed = [SaidInSlack], CarriedWords = Said }, Ct);

        Assert.Equal(Said, await Store.FindCarriedWords(Said.Subject, Ct));
        Assert.Null(await Store.FindCarriedWords("said/lead000001/3", Ct));
    }

    [Fact]
    public async Task Words_are_gone_when_the_last_platform_has_shown_them()
    {
        await Store.Commit(new Commit { Owed = [SaidInSlack, SaidInTeams], CarriedWords = Said }, Ct);
        var rows = await Store.ClaimOwed(Sample.Monday, Duration.FromMinutes(1), 10, 10, Ct);

        await Store.Settle(Ended(rows, Door.Slack, row => new Settlement(Door.Slack, "C1") { Delivered = [new DeliveredOwed(row.Id, Said.Subject, "m1")] }), Ct);
        Assert.Equal(Said, await Store.FindCarriedWords(Said.Subject, Ct));

        await Store.Settle(Ended(rows, Door.Teams, row => new Settlement(Door.Teams, "19:1") { Delivered = [new DeliveredOwed(row.Id, Said.Subject, "m2")] }), Ct);
        Assert.Null(await Store.FindCarriedWords(Said.Subject, Ct));
    }

    [Fact]
    public async Task Words_that_cannot_be_delivered_are_not_kept()
    {
        await Store.Commit(new Commit { Owed = [SaidInSlack], CarriedWords = Said }, Ct);
        var rows = await Store.ClaimOwed(Sample.Monday, Duration.FromMinutes(1), 10, 10, Ct);

        await Store.Settle(Ended(rows, Door.Slack, row => new Settlement(Door.Slack, "C1") { Parked = [new ParkOwed(row.Id, "channel_not_found")] }), Ct);

        Assert.Null(await Store.FindCarriedWords(Said.Subject, Ct));
    }

    [Fact]
    public async Task Words_wait_while_their_row_does()
    {
        await Store.Commit(new Commit { Owed = [SaidInSlack], CarriedWords = Said }, Ct);
        var rows = await Store.ClaimOwed(Sample.Monday, Duration.FromMinutes(1), 10, 10, Ct);

        await Store.Settle(Ended(rows, Door.Slack, row => new Settlement(Door.Slack, "C1") { PutOff = [new PutOff(row.Id, Sample.At(5))] }), Ct);

        Assert.Equal(Said, await Store.FindCarriedWords(Said.Subject, Ct));
    }

    private static Settlement Ended(IReadOnlyList<ClaimedOwed> rows, Door door, Func<ClaimedOwed, Settlement> end) => end(rows.Single(row => row.Owed.Door == door));
}
