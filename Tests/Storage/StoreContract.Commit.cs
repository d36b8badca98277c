using System.Data.Common;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_lead_comes_back_as_it_was_stored()
    {
        var write = Sample.HandOver(1);
        Assert.IsType<CommitResult.Done>(await Commit(write));

        var stored = await Load(1);
        Assert.Equal(write.Lead, stored.Lead);
        Assert.Equal((1L, 1), (stored.Version, stored.EventCount));
    }

    [Fact]
    public async Task Each_commit_raises_the_version_by_one_and_keeps_all_events()
    {
        var stored = await HandedOver(1);
        var accept = Sample.Accept(stored);
        await Commit(accept);

        var accepted = await Load(1);
        Assert.Equal(accept.Lead, accepted.Lead);
        Assert.Equal((2L, 2), (accepted.Version, accepted.EventCount));
        Assert.Equal(Sample.HandOver(1).Events.Concat(accept.Events), await Store.History(Sample.Id(1), Ct));
    }

    [Fact]
    public async Task Replaying_the_stored_events_gives_the_stored_lead()
    {
        await Commit(Sample.Accept(await HandedOver(1)));
        await Commit(Sample.Decided(await Load(1), new LeadCommand.OpenOpportunity(Sample.At(30), new Money(1200.50m, "EUR")), Sample.Crm, Sample.At(40), Door.Api));

        Assert.Equal((await Load(1)).Lead, LeadHistory.Replay(await Store.History(Sample.Id(1), Ct)));
    }

    [Fact]
    public async Task A_commit_on_an_old_version_is_stale_and_changes_nothing()
    {
        var stored = await HandedOver(1);
        await Commit(Sample.Accept(stored));

        var late = new Commit { Leads = [Sample.Accept(stored, Sample.At(11))], Owed = [Sample.Card(1)], Delivery = Sample.Click("late") };
        Assert.IsType<CommitResult.Stale>(await Store.Commit(late, Ct));

        Assert.Equal(2, (await Load(1)).Version);
        Assert.Equal(0, (await Store.Depth(Ct)).Owed);
        Assert.Null(await Store.FindDelivery(Door.Slack, "late", Ct));
    }

    [Fact]
    public async Task A_new_lead_under_a_known_id_is_stale()
    {
        await HandedOver(1);
        Assert.IsType<CommitResult.Stale>(await Commit(Sample.HandOver(1)));
    }

    [Fact]
    public async Task A_change_to_an_unknown_lead_is_stale()
    {
        var imagined = new StoredLead(Sample.HandOver(1).Lead, 1, 1);
        Assert.IsType<CommitResult.Stale>(await Commit(Sample.Accept(imagined)));
    }

    [Fact]
    public async Task When_one_of_two_leads_is_stale_neither_changes()
    {
        var first = await HandedOver(1);
        var second = await HandedOver(2);
        await Commit(Sample.Accept(second));

        Assert.IsType<CommitResult.Stale>(await Commit(Sample.Accept(first), Sample.Accept(second)));
        Assert.Equal(1, (await Load(1)).Version);
    }

    [Fact]
    public async Task Fifty_commits_on_one_version_have_one_winner()
    {
        var stored = await HandedOver(1);
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => Commit(Sample.Accept(stored, Sample.At(i))), Ct)));

        Assert.Single(results.OfType<CommitResult.Done>());
        Assert.Equal(49, results.OfType<CommitResult.Stale>().Count());
        Assert.Equal(2, (await Store.History(Sample.Id(1), Ct)).Count);
    }

    [Fact]
    public async Task The_same_delivery_again_changes_nothing_and_gets_the_earlier_answer()
    {
        var stored = await HandedOver(1);
        var click = Sample.Click("d1", "first", "hash");
        await Store.Commit(new Commit { Leads = [Sample.Accept(stored)], Delivery = click }, Ct);

        var again = await Store.Commit(new Commit { Leads = [Sample.Accept(stored)], Delivery = Sample.Click("d1", "second") }, Ct);

        Assert.Equal(new CommitResult.Repeated(click), again);
        Assert.Equal(2, (await Load(1)).Version);
    }

    [Fact]
    public async Task One_delivery_sent_twenty_times_at_once_is_handled_once()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            async () => await Store.Commit(new Commit { Leads = [Sample.HandOver(i)], Delivery = Sample.Click("d1", Sample.Id(i).Value) }, Ct), Ct)));

        Assert.Single(results.OfType<CommitResult.Done>());
        var answered = Assert.Single(results.OfType<CommitResult.Repeated>().Select(repeated => repeated.Earlier.Answer).Distinct(StringComparer.Ordinal));
        Assert.NotNull(await Store.FindLead(new LeadId(answered), Ct));
        Assert.Single((await Store.ListLeads(new LeadQuery(null, [], null, null, 50), Ct)).Leads);
    }

    [Fact]
    public async Task The_same_delivery_id_at_another_door_is_another_delivery()
    {
        await Store.Commit(new Commit { Delivery = Sample.Click("d1") }, Ct);
        Assert.IsType<CommitResult.Done>(await Store.Commit(new Commit { Delivery = Sample.Click("d1") with { Door = Door.Teams } }, Ct));
    }

    [Fact]
    public async Task A_delivery_can_be_found_with_its_fingerprint_and_answer()
    {
        var click = Sample.Click("d1", "answer", "hash");
        await Store.Commit(new Commit { Delivery = click }, Ct);

        Assert.Equal(click, await Store.FindDelivery(Door.Slack, "d1", Ct));
        Assert.Null(await Store.FindDelivery(Door.Teams, "d1", Ct));
    }

    [Fact]
    public async Task Events_that_do_not_follow_the_stored_ones_are_a_fault_and_nothing_is_kept()
    {
        var accept = Sample.Accept(await HandedOver(1));
        var gap = accept with { Events = [.. accept.Events.Select(happened => happened with { Number = happened.Number + 1 })] };

        await Assert.ThrowsAsync<InvalidOperationException>(() => Commit(gap));
        Assert.Equal(1, (await Load(1)).Version);
        Assert.Single(await Store.History(Sample.Id(1), Ct));
    }

    [Fact]
    public async Task A_commit_that_was_cancelled_beforehand_is_not_made()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.Commit(new Commit { Leads = [Sample.HandOver(1)] }, gone.Token));
        Assert.Null(await Store.FindLead(Sample.Id(1), Ct));
    }

    [Fact]
    public async Task An_empty_commit_is_done() => Assert.IsType<CommitResult.Done>(await Store.Commit(new Commit(), Ct));

    [Fact]
    public async Task An_unknown_pod_is_a_fault()
    {
        var nowhere = Sample.HandOver(1, pod: Sample.Pod with { Id = new PodId("nowhere") });
        await Assert.ThrowsAnyAsync<DbException>(() => Commit(nowhere));
        Assert.Null(await Store.FindLead(Sample.Id(1), Ct));
    }

    [Fact]
    public async Task Of_several_commits_a_stale_one_leaves_the_others_as_they_are()
    {
        var (first, second) = (await HandedOver(1), await HandedOver(2));
        await Commit(Sample.Accept(first));

        var results = await Store.CommitAll([new Commit { Leads = [Sample.Accept(first, Sample.At(11))], Owed = [Sample.Card(1)] }, new Commit { Leads = [Sample.Accept(second)], Owed = [Sample.Card(2)] }], Ct);

        Assert.Equal([CommitResult.Stale.Instance, CommitResult.Done.Instance], results);
        Assert.Equal((2L, 2L), ((await Load(1)).Version, (await Load(2)).Version));
        Assert.Equal(1, (await Store.Depth(Ct)).Owed);
    }

    [Fact]
    public async Task Several_commits_are_made_in_their_order_each_upon_the_one_before()
    {
        var stored = await HandedOver(1);
        var accept = Sample.Accept(stored);

        var results = await Store.CommitAll([new Commit { Leads = [accept] }, new Commit { Leads = [Sample.Accept(stored, Sample.At(11))] }], Ct);

        Assert.Equal([CommitResult.Done.Instance, CommitResult.Stale.Instance], results);
        Assert.Equal(accept.Lead, (await Load(1)).Lead);
    }

    [Fact]
    public async Task Of_several_commits_of_which_one_fails_nothing_is_kept()
    {
        var (first, second) = (await HandedOver(1), await HandedOver(2));
        var wrong = Sample.Accept(second) with { Events = Sample.Accept(second).Events.Select(happened => happened with { Number = 9 }).ToValueList() };

        await Assert.ThrowsAnyAsync<Exception>(async () => await Store.CommitAll([new Commit { Leads = [Sample.Accept(first)] }, new Commit { Leads = [wrong] }], Ct));

        Assert.Equal((1L, 1L), ((await Load(1)).Version, (await Load(2)).Version));
    }
}
