using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Configuration;

/// <summary>Writes pods and members: adds and updates, never deletes. What is already so is not written again.</summary>
public sealed class RosterWriter(IStore store)
{
    /// <returns>Null when a new pod lacks its name or time zone.</returns>
    public async Task<Saved?> Save(PodDraft draft, CancellationToken ct)
    {
        var known = await store.FindPod(draft.Id, ct);
        if (draft.Over(known) is not { } pod)
            return null;
        if (pod == known)
            return Saved.Unchanged;
        await store.SavePod(pod, ct);
        return known is null ? Saved.Added : Saved.Updated;
    }

    public async Task<Saved> Save(PodId pod, MemberDraft draft, CancellationToken ct)
    {
        var known = await store.FindMemberByEmail(pod, draft.Email, ct);
        var member = draft.Over(known ?? new Member(NewIds.Member(), pod, draft.Email, draft.Name, draft.Side));
        if (member == known)
            return Saved.Unchanged;
        await store.SaveMember(member, ct);
        return known is null ? Saved.Added : Saved.Updated;
    }
}

public enum Saved
{
    Added,
    Updated,
    Unchanged,
}
