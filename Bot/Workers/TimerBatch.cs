using AlignmentBot.Bot.Handlers;
using AlignmentBot.Bot.Handlers.Agreement;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Workers;

/// <summary>
/// Handles timers that are due at the same time. What they come to is decided one after the other and committed in one transaction, so that a
/// hundred steps wait for the disk once. Whatever does not fit in, is stale or fails is done alone: a step that cannot be taken stops no other.
/// </summary>
public sealed partial class TimerBatch(IStore store, TimerRoutes routes, ILogger logger)
{
    public async Task Handle(IReadOnlyList<Storage.Timer> due, CancellationToken ct)
    {
        var (together, alone) = await Decide(due, ct);
        alone.AddRange(await Commit(together, ct));
        foreach (var timer in alone)
            await Alone(timer, ct);
    }

    /// <summary>Those that can be committed together, and the others. One that fails stays claimed: its lease ends by itself, then it is tried again.</summary>
    public async Task<(List<DecidedTimer> Together, List<Storage.Timer> Alone)> Decide(IReadOnlyList<Storage.Timer> due, CancellationToken ct)
    {
        var turns = new TurnBook(store);
        var (together, alone) = (new List<DecidedTimer>(due.Count), new List<Storage.Timer>());
        foreach (var timer in due)
        {
            try
            {
                if (await routes.Decide(timer, turns, ct) is { } commit)
                    together.Add(new DecidedTimer(timer, commit));
                else
                    alone.Add(timer);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.TimerFailed(logger, timer.Key, timer.Kind, failure);
            }
        }

        return (together, alone);
    }

    /// <summary>Commits what was decided, and names what has to be decided again alone.</summary>
    public async Task<IReadOnlyList<Storage.Timer>> Commit(IReadOnlyList<DecidedTimer> decided, CancellationToken ct)
    {
        if (decided.Count == 0)
            return [];
        try
        {
            var results = await store.CommitAll([.. decided.Select(one => one.Commit)], ct);
            return [.. decided.Where((_, index) => results[index] is CommitResult.Stale).Select(one => one.Timer)];
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.BatchFailed(logger, decided.Count, failure);
            return [.. decided.Select(one => one.Timer)];
        }
    }

    private async Task Alone(Storage.Timer timer, CancellationToken ct)
    {
        try
        {
            while (await routes.Decide(timer, new TurnBook(store), ct) is { } commit)
            {
                if (await store.Commit(commit, ct) is not CommitResult.Stale)
                    return;
            }

            await routes.Handle(timer, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.TimerFailed(logger, timer.Key, timer.Kind, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Timer {Key} of kind {Kind} failed; it is tried again when its lease ends.")]
        public static partial void TimerFailed(ILogger logger, string key, string kind, Exception failure);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Count} timers could not be committed together; each is now done alone.")]
        public static partial void BatchFailed(ILogger logger, int count, Exception failure);
    }
}

/// <summary>A timer with what is to be committed for it.</summary>
public sealed record DecidedTimer(Storage.Timer Timer, Commit Commit);
