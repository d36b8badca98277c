using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Setup;

/// <summary>Somebody's account was closed: they are taken off every roster, and the team leads of their side hear of it in private.</summary>
public sealed class Departures(IStore store, RosterLeaving leaving, ChannelSet channels, BotClock clock, Wakeups wakeups)
{
    /// <summary>Those on any roster who have an account at this platform.</summary>
    public async Task<IReadOnlyList<string>> Accounts(Door door, CancellationToken ct)
    {
        var accounts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pod in await store.Pods(ct))
            accounts.UnionWith((await store.Members(pod.Id, ct)).Where(member => member.Active).Select(member => member.AccountAt(door)).OfType<string>());
        return [.. accounts];
    }

    public Task Left(Visitor who, CancellationToken ct) => Left(who, pods: null, ct);

    /// <param name="pods">Only off the rosters of these; null for all.</param>
    public async Task Left(Visitor who, IReadOnlySet<PodId>? pods, CancellationToken ct)
    {
        foreach (var pod in (await store.Pods(ct)).Where(pod => pods?.Contains(pod.Id) != false))
        {
            var members = await store.Members(pod.Id, ct);
            if (members.FirstOrDefault(member => member.Active && member.AccountAt(who.Door) == who.Account) is not { } left)
                continue;
            await store.Commit(new Commit { Owed = Words(left, members) }, ct);
            await leaving.TakeOff(left, who.Door, ct);
            wakeups.Outbox.Ring();
        }
    }

    private ValueList<Owed> Words(Member left, IReadOnlyList<Member> members) => members
        .Where(member => member is { Active: true, PodLead: true } && member.Side == left.Side && member.Id != left.Id)
        .Select(lead => (Subject: Subjects.Left(left.Id, lead.Id), Place: channels.Of(lead)))
        .Where(word => word.Place is not null)
        .Select(word => (word.Subject, word.Place!.Value.Door, word.Place.Value.Conversation))
        .Select(word => new Owed($"{word.Door.ToString().ToLowerInvariant()}:{word.Subject}", word.Door, word.Conversation, word.Subject, null, word.Subject, clock.Now))
        .ToValueList();
}
