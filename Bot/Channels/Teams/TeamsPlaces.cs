using AlignmentBot.Bot.Handlers;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Teams;

/// <summary>Which pod a conversation or a person belongs to, and for whom something is drawn there.</summary>
public sealed class TeamsPlaces(IStore store, Rosters rosters, TeamsReferences references)
{
    /// <summary>The pod whose channel this is; else the one that the person is in; else the only one there is in their tenant.</summary>
    /// <param name="conversation">With or without a thread; null for none in particular.</param>
    /// <returns>Null when that leaves none or several.</returns>
    public async Task<Pod?> PodFor(string? conversation, string account, CancellationToken ct)
    {
        var pods = await store.Pods(ct);
        if (conversation is not null && pods.FirstOrDefault(pod => pod.TeamsChannel == TeamsMessageId.PlaceOf(conversation)) is { } here)
            return here;
        foreach (var pod in pods)
        {
            if (await MemberOf(pod, account, ct) is { Active: true })
                return pod;
        }

        // A tenant never sees what belongs to another one.
        var tenant = (await references.Person(account, ct))?.Tenant;
        var near = new List<Pod>();
        foreach (var pod in pods)
        {
            if (tenant is not null && pod.TeamsChannel is { } channel && (await references.Place(channel, ct))?.Tenant == tenant)
                near.Add(pod);
        }

        return near.Count == 1 ? near[0] : null;
    }

    /// <summary>The person as a reader: a member of the pod, else somebody who sees what everybody sees.</summary>
    public async Task<Reader> ReaderFor(string? conversation, string account, CancellationToken ct)
    {
        if (await PodFor(conversation, account, ct) is not { } pod)
            return Reader.Unknown;
        return await MemberOf(pod, account, ct) is { } member ? Reader.Of(member, pod) : Reader.Everyone(pod);
    }

    /// <summary>For whom a message in this conversation is drawn: the whole pod in its channel, the member in a personal chat.</summary>
    /// <param name="conversation">A pod's channel, or a member's account.</param>
    public async Task<Reader> ReaderOfConversation(string conversation, CancellationToken ct)
    {
        var pods = await store.Pods(ct);
        if (pods.FirstOrDefault(pod => pod.TeamsChannel == TeamsMessageId.PlaceOf(conversation)) is { } here)
            return Reader.Everyone(here);
        return await ReaderFor(null, conversation, ct);
    }

    /// <summary>True for a channel of which some pod is.</summary>
    public async Task<bool> IsPodChannel(string place, CancellationToken ct) => (await store.Pods(ct)).Any(pod => pod.TeamsChannel == place);

    private async Task<Member?> MemberOf(Pod pod, string account, CancellationToken ct) =>
        (await rosters.Find(pod.Id, ct))?.Roster.FindByAccount(Door.Teams, account);
}
