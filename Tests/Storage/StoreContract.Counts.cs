using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Open_leads_are_counted_by_state_and_owner_with_the_oldest_hand_over()
    {
        await Commit(Sample.HandOver(1, Sample.At(2)), Sample.HandOver(2, Sample.At(1)), Sample.HandOver(3, Sample.At(3)), Sample.HandOver(4, Sample.At(0), pod: Sample.Other));
        await Commit(Sample.Accept(await Load(3)));
        await Commit(Sample.HandOver(5));
        await Commit(Sample.Accept(await Load(5)));
        var ended = await Load(5);
        await Commit(Sample.Decided(ended, new LeadCommand.Lose(Sample.At(10), "No reply"), new Actor.Person(Sample.Rosa), Sample.At(20), Door.Slack));

        Assert.Equal(
            [new LeadCount(StateNames.Accepted, Sample.Rosa.Id, 1, Sample.At(3)), new LeadCount(StateNames.Offered, null, 2, Sample.At(1))],
            (await Store.CountOpenLeads(Sample.Pod.Id, Ct)).OrderBy(count => count.State, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_pod_without_leads_has_no_counts() => Assert.Empty(await Store.CountOpenLeads(Sample.Pod.Id, Ct));
}
