using AlignmentBot.Bot.Handlers;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Slack;

/// <summary>Which pod a channel or a person belongs to, and for whom something is drawn there.</summary>
public sealed class SlackPlaces(IStore store, Rosters rosters)
{
    /// <summary>The pod whose channel this is; else the one that the user is in; else the only one there is.</summary>
    /// <returns>Null when that leaves none or several.</returns>
    public async Task<Pod?> PodFor(string? channel, string user, CancellationToken ct)
    {
        var pods = await store.Pods(ct);
        if (pods.FirstOrDefault(pod => pod.SlackChannel == channel && channel is not null) is { } here)
            return here;
        foreach (var pod in pods)
        {
            if (await MemberOf(pod, user, ct) is not null)
                return pod;
        }

        // A workspace never sees what belongs to another one.
        var near = pods.Where(pod => WorkspaceOf(pod.SlackChannel) == WorkspaceOf(user)).ToList();
        return near.Count == 1 ? near[0] : null;
    }

    /// <summary>True for a pod's channel.</summary>
    public async Task<bool> CardsStandIn(string channel, CancellationToken ct) => (await store.Pods(ct)).Any(pod => pod.SlackChannel == channel);

    /// <summary>True for a conversation between one person and the bot.</summary>
    public static bool IsDirect(string? channel) => channel is not null && SlackAddress.Parse(channel).Id is ['D', ..];

    /// <summary>The person as a reader: a member of the pod, else somebody who sees what everybody sees.</summary>
    public async Task<Reader> ReaderFor(string? channel, string user, CancellationToken ct)
    {
        if (await PodFor(channel, user, ct) is not { } pod)
            return Reader.Unknown;
        return await MemberOf(pod, user, ct) is { } member ? Reader.Of(member, pod) : Reader.Everyone(pod);
    }

    /// <summary>For whom a message in this conversation is drawn: the whole pod in its channel, the member in a direct one.</summary>
    public async Task<Reader> ReaderOfConversation(string conversation, CancellationToken ct)
    {
        var pods = await store.Pods(ct);
        if (pods.FirstOrDefault(pod => pod.SlackChannel == conversation) is { } here)
            return Reader.Everyone(here);
        return await ReaderFor(null, conversation, ct);
    }

    private static string? WorkspaceOf(string? address) => address is null ? null : SlackAddress.Parse(address).Workspace;

    private async Task<Member?> MemberOf(Pod pod, string user, CancellationToken ct) =>
        (await rosters.Find(pod.Id, ct))?.Roster.FindByAccount(Door.Slack, user);
}
