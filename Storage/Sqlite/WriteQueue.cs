using System.Collections.Concurrent;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>
/// All writes go through one thread, which takes what is waiting and commits it as one transaction: one wait for the disk serves many callers.
/// It never waits for more to come. A failing write fails alone: its group is then done again, each write in its own savepoint. Savepoints
/// cost a tenth of the throughput, and writes hardly ever fail.
/// </summary>
internal sealed class WriteQueue : IAsyncDisposable
{
    /// <summary>At most this many writes share a transaction.</summary>
    public const int GroupLimit = 256;

    private readonly BlockingCollection<PendingWrite> waiting = [];
    private readonly List<PendingWrite> group = new(GroupLimit);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SqliteSession session;
    private int closing;

    public WriteQueue(SqliteSession session)
    {
        this.session = session;
        new Thread(Work) { IsBackground = true, Name = "store writer" }.Start();
    }

    /// <summary>Answers when the work is on disk. Cancelling helps only until the work begins.</summary>
    public Task<T> Enqueue<T>(Func<SqliteSession, T> work, CancellationToken ct)
    {
        var write = new PendingWrite<T>(work, ct);
        try
        {
            waiting.Add(write, CancellationToken.None);
        }
        catch (InvalidOperationException closed)
        {
            throw new ObjectDisposedException("The store is closed.", closed);
        }

        return write.Done;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref closing, 1) == 1)
            return;
        waiting.CompleteAdding();
        await ended.Task;
        session.Dispose();
        waiting.Dispose();
    }

    private void Work()
    {
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            group.Add(first);
            while (group.Count < GroupLimit && waiting.TryTake(out var next))
                group.Add(next);
            CommitGroup();
            group.Clear();
        }

        ended.SetResult();
    }

    private void CommitGroup()
    {
        try
        {
            session.Run("BEGIN IMMEDIATE");
            if (!RunTogether())
                RunEachAlone();
            session.Run("COMMIT");
        }
        catch (Exception fault)
        {
            // The writer's loop must outlive any fault; each caller hears of it.
            RollBackGroup();
            foreach (var write in group)
                write.FailWithGroup(fault);
            return;
        }

        foreach (var write in group)
            write.Answer();
    }

    /// <summary>Answers false, with nothing done, when one of the writes fails.</summary>
    private bool RunTogether()
    {
        try
        {
            foreach (var write in group)
            {
                if (!write.GivenUp)
                    write.Run(session);
            }

            return true;
        }
        catch (Exception) when (session.InTransaction)
        {
            // Which one failed, and how, is told when each runs alone.
            session.Run("ROLLBACK");
            return false;
        }
    }

    private void RunEachAlone()
    {
        session.Run("BEGIN IMMEDIATE");
        foreach (var write in group)
        {
            if (!write.GivenUp)
                RunAlone(write);
        }
    }

    private void RunAlone(PendingWrite write)
    {
        session.Run("SAVEPOINT one");
        try
        {
            write.Run(session);
        }
        catch (Exception fault) when (session.InTransaction)
        {
            session.Run("ROLLBACK TO one");
            write.FailAlone(fault);
        }

        session.Run("RELEASE one");
    }

    private void RollBackGroup()
    {
        try
        {
            session.RollBack();
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // The first fault says more; the next BEGIN shows whether the disk has recovered.
        }
    }
}
