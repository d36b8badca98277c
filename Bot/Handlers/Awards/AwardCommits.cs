using AlignmentBot.Bot.Hosting;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>Makes decisions about awards durable, and wakes who has work from it.</summary>
public sealed class AwardCommits(IStore store, Wakeups wakeups)
{
    public IStore Store => store;

    public async Task<CommitResult> Commit(Commit commit, CancellationToken ct)
    {
        var result = await store.Commit(commit, ct);
        if (result is CommitResult.Done)
        {
            wakeups.Outbox.Ring();
            wakeups.Timers.Ring();
            foreach (var write in commit.Rounds)
                wakeups.News.Tell(write.Round.Pod);
        }

        return result;
    }
}
