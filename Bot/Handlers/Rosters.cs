using System.Collections.Concurrent;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers;

/// <summary>Pods with their people and their agreement, kept for a second: every click needs them and they hardly ever change.
/// A change made by this process counts at once, one made on the command line within that second.</summary>
public sealed class Rosters(IStore store)
{
    private const long KeptMilliseconds = 1000;

    private readonly ConcurrentDictionary<PodId, Entry> kept = new();

    /// <summary>The pod and everybody who is or was in it, or null when there is no such pod.</summary>
    public async ValueTask<PodRoster?> Find(PodId id, CancellationToken ct)
    {
        if (kept.TryGetValue(id, out var entry) && Environment.TickCount64 - entry.ReadAt < KeptMilliseconds)
            return entry.Found;
        var readAt = Environment.TickCount64;
        if (await store.FindPod(id, ct) is not { } pod)
            return null;
        var roster = new Roster(await store.Members(id, ct));
        var agreement = await store.FindAgreement(id, ct) ?? PodAgreement.First(id);
        var found = new PodRoster(pod, roster) { Policy = new SlaPolicy(agreement, pod, roster.Find) };
        kept[id] = new Entry(found, readAt);
        return found;
    }

    /// <summary>Has the next question read anew.</summary>
    public void Forget(PodId id) => kept.TryRemove(id, out _);

    private sealed record Entry(PodRoster Found, long ReadAt);
}

/// <summary>A pod and its people.</summary>
public sealed record PodRoster(Pod Pod, Roster Roster)
{
    /// <summary>What they have agreed on, with the calendars in which it is counted.</summary>
    public required SlaPolicy Policy { get; init; }
}
