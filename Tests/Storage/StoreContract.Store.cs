using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_healthy_store_is_writable() => await Store.CheckWritable(Ct);

    [Fact]
    public async Task A_closed_store_refuses_writes_and_reads()
    {
        await Store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Commit(Sample.HandOver(1)));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Store.FindLead(Sample.Id(1), Ct));
    }

    [Fact]
    public async Task One_failing_commit_among_many_fails_alone()
    {
        var stored = await HandedOver(1);
        var results = await Task.WhenAll(Enumerable.Range(2, 100).Select(i => Task.Run(() => Attempt(i, stored), Ct)));

        Assert.Equal(10, results.Count(done => !done));
        for (var i = 2; i < 102; i++)
            Assert.Equal(results[i - 2], await Store.FindLead(Sample.Id(i), Ct) is not null);
        Assert.Equal(1, (await Load(1)).Version);
    }

    /// <summary>Every tenth also changes a lead with events that cannot follow: it is written half when it fails.</summary>
    private async Task<bool> Attempt(int number, StoredLead other)
    {
        var accept = Sample.Accept(other);
        var broken = accept with { Events = [.. accept.Events.Select(happened => happened with { Number = 7 })] };
        try
        {
            return await (number % 10 == 0 ? Commit(Sample.HandOver(number), broken) : Commit(Sample.HandOver(number))) is CommitResult.Done;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
