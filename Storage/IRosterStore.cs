using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Storage;

/// <summary>Pods and the people in them.</summary>
public interface IRosterStore
{
    /// <summary>All pods, by id.</summary>
    ValueTask<IReadOnlyList<Pod>> Pods(CancellationToken ct);

    ValueTask<Pod?> FindPod(PodId id, CancellationToken ct);

    /// <summary>Adds the pod, or replaces the one with its id. When its channel has another address now, what was parked at the old one, and
    /// what waits behind it, is owed at the new one.</summary>
    ValueTask SavePod(Pod pod, CancellationToken ct);

    /// <summary>The pod's members, active ones first, by name.</summary>
    ValueTask<IReadOnlyList<Member>> Members(PodId pod, CancellationToken ct);

    ValueTask<Member?> FindMember(MemberId id, CancellationToken ct);

    /// <summary>By mail address, compared as <see cref="Domain.Leads.EmailKey"/> does.</summary>
    ValueTask<Member?> FindMemberByEmail(PodId pod, string email, CancellationToken ct);

    /// <summary>Adds the member, or replaces the one with this id. One mail address is one member of a pod.</summary>
    /// <exception cref="DuplicateMemberException">Another member of the pod has this mail address.</exception>
    ValueTask SaveMember(Member member, CancellationToken ct);
}

/// <summary>Another member of the pod has this mail address.</summary>
public sealed class DuplicateMemberException(string message) : Exception(message);
