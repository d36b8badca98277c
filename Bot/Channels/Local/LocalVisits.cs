using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>Finds the pod and the person that a window says it is.</summary>
public sealed class LocalVisits(IStore store)
{
    /// <returns>Null when there is no such pod, or no such active person in it.</returns>
    public async Task<LocalVisit?> Find(string? pod, string? persona, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(pod) || string.IsNullOrEmpty(persona) || await store.FindPod(new PodId(pod), ct) is not { } found)
            return null;
        return await store.FindMember(new MemberId(persona), ct) is { Active: true } member && member.Pod == found.Id
            ? new LocalVisit(found, member)
            : null;
    }

    /// <summary>Somebody to start with: a rep of the named or the first pod that has anybody.</summary>
    public async Task<LocalVisit?> First(string? pod, CancellationToken ct)
    {
        foreach (var candidate in (await store.Pods(ct)).Where(known => pod is null || known.Id.Value == pod))
        {
            var start = (await People(candidate, ct)).OrderBy(member => member.Side).ThenBy(member => member.PodLead).FirstOrDefault();
            if (start is not null)
                return new LocalVisit(candidate, start);
        }

        return null;
    }

    /// <summary>Everybody the page can be: sales first, team leads last on each side, else by name.</summary>
    public async Task<IReadOnlyList<Member>> People(Pod pod, CancellationToken ct) => (await store.Members(pod.Id, ct))
        .Where(member => member.Active)
        .OrderBy(member => member.Side)
        .ThenBy(member => member.PodLead)
        .ThenBy(member => member.Name, StringComparer.InvariantCulture)
        .ToList();
}
