using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task What_is_owed_is_claimed_in_the_order_of_owing()
    {
        await Owe(Sample.Card(1), Sample.Card(2), Sample.Card(3));

        var claimed = await Claim(Sample.Monday);
        Assert.Equal([Sample.Card(1), Sample.Card(2), Sample.Card(3)], claimed.Select(row => row.Owed));
        Assert.All(claimed, row => Assert.Equal(0, row.Attempts));
    }

    [Fact]
    public async Task The_same_effect_is_owed_once_even_after_it_was_delivered()
    {
        await Owe(Sample.Card(1));
        await Owe(Sample.Card(1) with { Subject = "other" });
        var claimed = Assert.Single(await Claim(Sample.Monday));
        Assert.Equal(Sample.Card(1), claimed.Owed);
        await Settle(Delivered(claimed, "m1"));

        await Owe(Sample.Card(1));
        Assert.Empty(await Claim(Sample.At(60)));
    }

    [Fact]
    public async Task A_conversation_is_held_by_one_claim_until_its_lease_ends()
    {
        await Owe(Sample.Card(1));
        await Claim(Sample.Monday);
        await Owe(Sample.Card(2));

        Assert.Empty(await Claim(Sample.Monday + Sample.Lease - Duration.FromMilliseconds(1)));
        var again = await Claim(Sample.Monday + Sample.Lease);
        Assert.Equal([("card/1", 1), ("card/2", 0)], again.Select(row => (row.Owed.Effect, row.Attempts)));
    }

    [Fact]
    public async Task Twenty_claims_at_once_never_get_the_same_row()
    {
        await Owe([.. Enumerable.Range(1, 10).Select(i => Sample.Card(i, Conversation(i)))]);
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(
            async () => await Store.ClaimOwed(Sample.Monday, Sample.Lease, 3, 5, Ct), Ct)));

        Assert.Equal(Enumerable.Range(1, 10), claims.SelectMany(rows => rows).Select(row => (int)row.Id).Order());
    }

    [Fact]
    public async Task At_most_so_many_conversations_and_rows_are_claimed()
    {
        await Owe([.. Enumerable.Range(0, 12).Select(i => Sample.Card(i, Conversation(i % 4)))]);

        var claimed = await Store.ClaimOwed(Sample.Monday, Sample.Lease, conversations: 3, perConversation: 2, Ct);
        Assert.Equal(6, claimed.Count);
        Assert.Equal(3, claimed.Select(row => row.Owed.Conversation).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_row_that_is_not_due_holds_back_those_behind_it()
    {
        await Owe(Sample.Card(1), Sample.Card(2, notBefore: Sample.At(5)), Sample.Card(3));

        var first = Assert.Single(await Claim(Sample.Monday));
        await Settle(Delivered(first, "m1"));
        Assert.Equal(Sample.At(5), await Store.NextOwedAt(Ct));
        Assert.Empty(await Claim(Sample.At(5) - Duration.FromMilliseconds(1)));
        Assert.Equal("card/2 card/3", Effects(await Claim(Sample.At(5))));
    }

    [Fact]
    public async Task A_row_put_off_holds_back_its_conversation_and_no_other()
    {
        await Owe(Sample.Card(1), Sample.Card(2), Sample.Card(3, "C9"));
        var claimed = await Claim(Sample.Monday);
        await Settle(new Settlement(Door.Slack, "C0123") { PutOff = [new PutOff(Of(claimed, 1), Sample.At(5))], Untried = [Of(claimed, 2)] });
        await Settle(new Settlement(Door.Slack, "C9") { Untried = [Of(claimed, 3)] });

        Assert.Equal("card/3", Effects(await Claim(Sample.At(4))));
        Assert.Equal([("card/1", 1), ("card/2", 0)], (await Claim(Sample.At(5))).Where(row => row.Owed.Conversation == "C0123").Select(row => (row.Owed.Effect, row.Attempts)));
    }

    [Fact]
    public async Task A_parked_row_is_out_of_the_way_and_shown()
    {
        await Owe(Sample.Card(1), Sample.Card(2), Sample.Card(3));
        var claimed = await Claim(Sample.Monday);
        await Settle(new Settlement(Door.Slack, "C0123")
        {
            Parked = [new ParkOwed(Of(claimed, 1), "channel_not_found"), new ParkOwed(Of(claimed, 2), "is_archived")],
        });

        Assert.Equal("card/3", Effects(await Claim(Sample.Monday)));
        Assert.Equal(
            [new ParkedOwed(Of(claimed, 2), Sample.Card(2), "is_archived"), new ParkedOwed(Of(claimed, 1), Sample.Card(1), "channel_not_found")],
            await Store.Parked(10, Ct));
        Assert.Single(await Store.Parked(1, Ct));
        Assert.Equal(new OutboxDepth(1, 2, Sample.Monday), await Store.Depth(Ct));
    }

    [Fact]
    public async Task A_dropped_row_is_settled_without_a_message()
    {
        await Owe(Sample.Card(1));
        var claimed = Assert.Single(await Claim(Sample.Monday));
        await Settle(new Settlement(Door.Slack, "C0123") { Dropped = [claimed.Id] });

        Assert.Null(await Store.FindMessage(Door.Slack, "C0123", "slot/1", Ct));
        Assert.Null(await Store.NextOwedAt(Ct));
        Assert.Equal(new OutboxDepth(0, 0, null), await Store.Depth(Ct));
    }

    [Fact]
    public async Task A_claimed_row_that_is_not_named_stays_owed_and_counts_as_tried()
    {
        await Owe(Sample.Card(1), Sample.Card(2));
        var claimed = await Claim(Sample.Monday);
        await Settle(Delivered(claimed[0], "m1"));

        var left = Assert.Single(await Claim(Sample.Monday));
        Assert.Equal(("card/2", 1), (left.Owed.Effect, left.Attempts));
    }

    [Fact]
    public async Task Delivered_slots_are_found_with_their_message_and_can_move_to_another()
    {
        await Owe(Sample.Card(1), Sample.Card(2));
        var claimed = await Claim(Sample.Monday);
        await Settle(new Settlement(Door.Slack, "C0123")
        {
            Delivered = [new DeliveredOwed(claimed[1].Id, "slot/2", "m1"), new DeliveredOwed(claimed[0].Id, "slot/1", "m1")],
        });
        Assert.Equal("m1", await Store.FindMessage(Door.Slack, "C0123", "slot/1", Ct));
        Assert.Equal(["slot/2", "slot/1"], await Store.SlotsOf(Door.Slack, "C0123", "m1", Ct));
        Assert.Empty(await Store.SlotsOf(Door.Teams, "C0123", "m1", Ct));

        await Settle(new Settlement(Door.Slack, "C0123") { Delivered = [new DeliveredOwed(claimed[0].Id, "slot/1", "m2")] });
        Assert.Equal("m2", await Store.FindMessage(Door.Slack, "C0123", "slot/1", Ct));
        Assert.Equal(["slot/2"], await Store.SlotsOf(Door.Slack, "C0123", "m1", Ct));
    }

    [Fact]
    public async Task A_new_bot_takes_over_what_was_claimed_and_knows_that_it_may_have_been_sent()
    {
        await Owe(Sample.Card(1), Sample.Card(2, "C9", Sample.At(5)));
        await Claim(Sample.Monday);
        await Store.ReleaseClaims(Ct);

        Assert.Equal(Sample.Monday, await Store.NextOwedAt(Ct));
        var claimed = Assert.Single(await Claim(Sample.Monday));
        Assert.Equal(("card/1", 1), (claimed.Owed.Effect, claimed.Attempts));
    }

    [Fact]
    public async Task While_a_conversation_is_held_the_next_moment_is_the_end_of_its_lease()
    {
        Assert.Null(await Store.NextOwedAt(Ct));
        await Owe(Sample.Card(1, notBefore: Sample.At(3)));
        Assert.Equal(Sample.At(3), await Store.NextOwedAt(Ct));
        await Claim(Sample.At(3));
        Assert.Equal(Sample.At(3) + Sample.Lease, await Store.NextOwedAt(Ct));
    }

    [Fact]
    public async Task Old_deliveries_and_settled_effects_are_forgotten_and_nothing_else()
    {
        await Owe(Sample.Card(1), Sample.Card(2, "C9"), Sample.Card(3, "C8", Sample.At(60)));
        var claimed = await Claim(Sample.At(60));
        await Settle(Delivered(claimed.Single(row => row.Owed.Effect == "card/1"), "m1"));
        await Settle(Delivered(claimed.Single(row => row.Owed.Effect == "card/3"), "m3"));
        await Store.Commit(new Commit { Delivery = Sample.Click("old") }, Ct);
        await Store.Commit(new Commit { Delivery = Sample.Click("new") with { At = Sample.At(30) } }, Ct);

        Assert.Equal(2, await Store.Prune(Sample.At(30), Ct));
        Assert.Null(await Store.FindDelivery(Door.Slack, "old", Ct));
        Assert.NotNull(await Store.FindDelivery(Door.Slack, "new", Ct));
        Assert.Equal(1, (await Store.Depth(Ct)).Owed);
        Assert.Equal("m1", await Store.FindMessage(Door.Slack, "C0123", "slot/1", Ct));
        await Owe(Sample.Card(1), Sample.Card(3, "C8"));
        Assert.Equal(2, (await Store.Depth(Ct)).Owed);
    }

    [Fact]
    public async Task A_big_clean_up_takes_all_of_it()
    {
        await Store.Commit(new Commit { Owed = [.. Enumerable.Range(0, 2500).Select(i => Sample.Card(i))] }, Ct);
        var claimed = await Store.ClaimOwed(Sample.Monday, Sample.Lease, 1, 2500, Ct);
        await Settle(new Settlement(Door.Slack, "C0123") { Dropped = [.. claimed.Select(row => row.Id)] });

        Assert.Equal(2500, await Store.Prune(Sample.At(1), Ct));
    }

    private async Task Owe(params Owed[] owed) => Assert.IsType<CommitResult.Done>(await Store.Commit(new Commit { Owed = [.. owed] }, Ct));

    private ValueTask<IReadOnlyList<ClaimedOwed>> Claim(Instant now) => Store.ClaimOwed(now, Sample.Lease, 100, 100, Ct);

    private ValueTask Settle(Settlement settlement) => Store.Settle(settlement, Ct);

    private static Settlement Delivered(ClaimedOwed claimed, string message) =>
        new(claimed.Owed.Door, claimed.Owed.Conversation) { Delivered = [new DeliveredOwed(claimed.Id, claimed.Owed.Slot, message)] };

    private static long Of(IEnumerable<ClaimedOwed> claimed, int card) => claimed.Single(row => row.Owed.Effect == Sample.Card(card).Effect).Id;

    private static string Effects(IEnumerable<ClaimedOwed> claimed) => string.Join(' ', claimed.Select(row => row.Owed.Effect));

    private static string Conversation(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"C{number}");
}
