using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task What_was_parked_at_a_wrong_address_is_owed_at_the_pods_new_one_in_order()
    {
        await Store.SavePod(Sample.Pod with { SlackChannel = "C0WRONG" }, Ct);
        await Owe(Sample.Card(1, "C0WRONG"), Sample.Card(2, "C0WRONG"));
        await ParkFirst("C0WRONG");
        await Owe(Sample.Card(3, "C0WRONG"));

        await Store.SavePod(Sample.Pod with { SlackChannel = "C0RIGHT" }, Ct);

        Assert.Empty(await Store.Parked(10, Ct));
        var claimed = await Claim(Sample.Monday);
        Assert.Equal("card/1 card/2 card/3", Effects(claimed));
        Assert.All(claimed, row => Assert.Equal("C0RIGHT", row.Owed.Conversation));
        await Settle(Delivered(claimed[0], "m1"));
        Assert.DoesNotContain(await Claim(Sample.At(60)), row => row.Owed.Conversation == "C0WRONG");
    }

    [Fact]
    public async Task Pod_that_moves_from_an_address_that_works_leaves_what_is_owed_there()
    {
        await Store.SavePod(Sample.Pod with { SlackChannel = "C0OLD" }, Ct);
        await Owe(Sample.Card(1, "C0OLD"));

        await Store.SavePod(Sample.Pod with { SlackChannel = "C0NEW" }, Ct);

        Assert.Equal("C0OLD", Assert.Single(await Claim(Sample.Monday)).Owed.Conversation);
    }

    [Fact]
    public async Task Pod_saved_with_the_same_address_moves_nothing()
    {
        await Store.SavePod(Sample.Pod with { SlackChannel = "C0WRONG" }, Ct);
        await Owe(Sample.Card(1, "C0WRONG"), Sample.Card(2, "C0WRONG"));
        await ParkFirst("C0WRONG");

        await Store.SavePod(Sample.Pod with { SlackChannel = "C0WRONG", Name = "Renamed" }, Ct);

        Assert.Equal("card/1", Assert.Single(await Store.Parked(10, Ct)).Owed.Effect);
    }

    private async Task ParkFirst(string conversation)
    {
        var claimed = await Claim(Sample.Monday);
        await Settle(new Settlement(Door.Slack, conversation)
        {
            Parked = [new ParkOwed(claimed[0].Id, "channel_not_found")],
            Untried = claimed.Skip(1).Select(row => row.Id).ToValueList(),
        });
    }
}
