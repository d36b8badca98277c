using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Leads_are_listed_newest_first_and_those_of_one_moment_by_id()
    {
        await Commit(Sample.HandOver(1, Sample.At(0)), Sample.HandOver(2, Sample.At(2)), Sample.HandOver(3, Sample.At(1)), Sample.HandOver(4, Sample.At(1)));

        Assert.Equal([2, 4, 3, 1], await Listed(new LeadQuery(Sample.Pod.Id, [], null, null, 50)));
        Assert.Equal([2, 4, 3, 1], await Listed(new LeadQuery(null, [], null, null, 50)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Pages_of_any_size_show_each_lead_once(int limit)
    {
        // Pairs of one moment: the page's end falls between them.
        await Commit([.. Enumerable.Range(1, 7).Select(i => Sample.HandOver(i, Sample.At(i / 2)))]);

        foreach (var pod in new PodId?[] { Sample.Pod.Id, null })
            Assert.Equal([7, 6, 5, 4, 3, 2, 1], await Listed(new LeadQuery(pod, [], null, null, limit)));
    }

    [Fact]
    public async Task A_full_last_page_has_no_next_one()
    {
        await Commit(Sample.HandOver(1), Sample.HandOver(2));
        Assert.Null((await Store.ListLeads(new LeadQuery(Sample.Pod.Id, [], null, null, 2), Ct)).Next);
        Assert.NotNull((await Store.ListLeads(new LeadQuery(Sample.Pod.Id, [], null, null, 1), Ct)).Next);
    }

    [Fact]
    public async Task Leads_are_listed_by_pod_state_and_owner()
    {
        await Commit(Sample.HandOver(1), Sample.HandOver(2), Sample.HandOver(3, pod: Sample.Other));
        await Commit(Sample.HandOver(4, brief: Sample.BriefOf(4) with { Email = null }));
        await Commit(Sample.Accept(await Load(2)));

        Assert.Equal([4, 2, 1], await Listed(new LeadQuery(Sample.Pod.Id, [], null, null, 50)));
        Assert.Equal([3], await Listed(new LeadQuery(Sample.Other.Id, [], null, null, 50)));
        Assert.Equal([1], await Listed(new LeadQuery(Sample.Pod.Id, [StateNames.Offered], null, null, 50)));
        Assert.Equal([3, 1], await Listed(new LeadQuery(null, [StateNames.Offered], null, null, 50)));
        Assert.Equal([4, 1], await Listed(new LeadQuery(Sample.Pod.Id, [StateNames.Offered, StateNames.Incomplete], null, null, 50)));
        Assert.Equal([2], await Listed(new LeadQuery(null, [], Sample.Rosa.Id, null, 50)));
        Assert.Equal([2], await Listed(new LeadQuery(Sample.Pod.Id, [StateNames.Accepted], Sample.Rosa.Id, null, 50)));
        Assert.Empty(await Listed(new LeadQuery(Sample.Other.Id, [], Sample.Rosa.Id, null, 50)));
        Assert.Empty(await Listed(new LeadQuery(null, [StateNames.Won], Sample.Rosa.Id, null, 50)));
        Assert.Empty(await Listed(new LeadQuery(null, [], Sample.Max.Id, null, 50)));
    }

    [Fact]
    public async Task A_lead_that_moves_between_pages_is_not_shown_twice()
    {
        await Commit([.. Enumerable.Range(1, 4).Select(i => Sample.HandOver(i, Sample.At(i)))]);
        var first = await Store.ListLeads(new LeadQuery(Sample.Pod.Id, [], null, null, 2), Ct);
        await Commit(Sample.Accept(await Load(4)));
        await Commit(Sample.HandOver(5, Sample.At(5)));

        var second = await Store.ListLeads(new LeadQuery(Sample.Pod.Id, [], null, first.Next, 2), Ct);
        Assert.Equal([Sample.Id(2), Sample.Id(1)], second.Leads.Select(found => found.Lead.Id));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task A_page_outside_1_to_200_is_refused(int limit) => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
        async () => await Store.ListLeads(new LeadQuery(Sample.Pod.Id, [], null, null, limit), Ct));

    private async Task<List<int>> Listed(LeadQuery query)
    {
        var numbers = new List<int>();
        for (LeadCursor? next = query.Cursor; ;)
        {
            var page = await Store.ListLeads(query with { Cursor = next }, Ct);
            Assert.True(page.Leads.Count <= query.Limit);
            numbers.AddRange(page.Leads.Select(found => int.Parse(found.Lead.Id.Value.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture)));
            if ((next = page.Next) is null)
                return numbers;
        }
    }
}
