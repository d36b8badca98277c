namespace AlignmentBot.Storage;

/// <summary>
/// The seam to durable storage. Every implementation passes the same contract suite: what a call acknowledged is there after
/// power loss, a commit happens whole or not at all, and effect keys and delivery ids are unique for ever within their retention.
/// Instants are kept in whole ticks of 100 ns.
/// </summary>
public interface IStore : ILeadStore, IRosterStore, IOutbox, ITimers, IKeyStore, ILocalMessages, ICarriedWords, IInstallations, ITeamsReferences, IFigureStore, IAccess, IAgreements, INudges, IReviews, IRounds,
    IAsyncDisposable
{
    /// <summary>Makes one decision durable: everything in it, or nothing.</summary>
    /// <returns>Answered only after the data has reached the disk.</returns>
    ValueTask<CommitResult> Commit(Commit commit, CancellationToken ct);

    /// <summary>Makes several decisions durable in one transaction, in their order. Each is written whole or not at all: one that is stale leaves the
    /// others as they are. When one fails, nothing of any is kept, and the fault is thrown.</summary>
    /// <returns>How each ended, in the order of the commits.</returns>
    ValueTask<IReadOnlyList<CommitResult>> CommitAll(IReadOnlyList<Commit> commits, CancellationToken ct);

    /// <summary>Answers when a write can be made durable now; throws what the disk says otherwise.</summary>
    ValueTask CheckWritable(CancellationToken ct);

    /// <summary>Writes a consistent copy to a new file while others go on reading and writing.</summary>
    Task Backup(string path, CancellationToken ct);

    /// <summary>Forgets deliveries that came, and settled effects that were due, earlier than <paramref name="before"/>.</summary>
    /// <returns>How many rows went.</returns>
    ValueTask<int> Prune(NodaTime.Instant before, CancellationToken ct);
}
