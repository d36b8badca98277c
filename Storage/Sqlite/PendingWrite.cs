namespace AlignmentBot.Storage.Sqlite;

/// <summary>A write that waits for its group. Its caller is answered after the group has reached the disk.</summary>
internal abstract class PendingWrite
{
    /// <summary>True when the caller went away before the write began.</summary>
    public abstract bool GivenUp { get; }

    public abstract void Run(SqliteSession session);

    /// <summary>This write alone failed; the rest of its group goes on.</summary>
    public abstract void FailAlone(Exception fault);

    /// <summary>The group is on disk.</summary>
    public abstract void Answer();

    /// <summary>The group could not be made durable.</summary>
    public abstract void FailWithGroup(Exception fault);
}

internal sealed class PendingWrite<T>(Func<SqliteSession, T> work, CancellationToken ct) : PendingWrite
{
    // Callers go on elsewhere: the writer's thread has the next group to commit.
    private readonly TaskCompletionSource<T> caller = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;
    private Exception? failed;
    private bool ran;

    public Task<T> Done => caller.Task;

    public override bool GivenUp => failed is not null || ct.IsCancellationRequested;

    public override void Run(SqliteSession session)
    {
        // May run a second time, when another write of its group failed.
        ran = false;
        result = work(session);
        ran = true;
    }

    public override void FailAlone(Exception fault)
    {
        ran = false;
        failed = fault;
    }

    public override void Answer()
    {
        if (ran)
            caller.TrySetResult(result!);
        else if (failed is not null)
            caller.TrySetException(failed);
        else
            caller.TrySetCanceled(ct);
    }

    public override void FailWithGroup(Exception fault) => caller.TrySetException(failed ?? fault);
}
