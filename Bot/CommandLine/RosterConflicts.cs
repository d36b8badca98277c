using AlignmentBot.Bot.Configuration;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.CommandLine;

/// <summary>What keeps a member from being written beside those who are there, in a sentence.</summary>
internal static class RosterConflicts
{
    public static async Task<string?> NoPod(IStore store, PodId pod, CancellationToken ct)
    {
        var known = (await store.Pods(ct)).Select(one => one.Id.Value).ToList();
        if (known.Contains(pod.Value, StringComparer.Ordinal))
            return null;
        return $"There is no pod {Shown.Of(pod.Value)}.{RosterRules.Meant(pod.Value, known)} " + (known.Count == 0 ? "Make it first: pods add" : "See pods list.");
    }

    /// <summary>An account belongs to one member of a pod.</summary>
    public static string? Account(MemberDraft draft, IEnumerable<Member> members)
    {
        var key = EmailKey.Of(draft.Email);
        var other = members.FirstOrDefault(member => EmailKey.Of(member.Email) != key
            && ((draft.SlackUser is not null && member.SlackUser == draft.SlackUser) || (draft.TeamsUser is not null && member.TeamsUser == draft.TeamsUser)));
        return other is null ? null : $"{other.Name} ({other.Email}) has this account already; an account belongs to one member of a pod.";
    }
}
