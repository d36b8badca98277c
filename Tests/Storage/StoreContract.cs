using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Tests.Storage;

/// <summary>What every store promises. A further implementation subclasses this and passes it unchanged.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private IStore? store;

    /// <summary>The store under test: new, empty but for the sample pod and its two members.</summary>
    protected IStore Store => store!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Makes an empty store.</summary>
    protected abstract Task<IStore> Create();

    /// <summary>Removes what the store left behind.</summary>
    protected abstract Task Remove();

    public async ValueTask InitializeAsync()
    {
        store = await Create();
        await Store.SavePod(Sample.Pod, Ct);
        await Store.SavePod(Sample.Other, Ct);
        await Store.SaveMember(Sample.Rosa, Ct);
        await Store.SaveMember(Sample.Max, Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Remove();
        GC.SuppressFinalize(this);
    }

    protected async Task<StoredLead> HandedOver(int number)
    {
        Assert.IsType<CommitResult.Done>(await Store.Commit(new Commit { Leads = [Sample.HandOver(number)] }, Ct));
        return await Load(number);
    }

    protected async Task<StoredLead> Load(int number) => await Store.FindLead(Sample.Id(number), Ct) ?? throw new InvalidOperationException($"No lead {number}.");

    protected async Task<CommitResult> Commit(params LeadWrite[] leads) => await Store.Commit(new Commit { Leads = [.. leads] }, Ct);
}
