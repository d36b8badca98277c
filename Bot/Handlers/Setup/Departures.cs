using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Agreement;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using AlignmentBot.Storage;
using NodaTime;

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
            await store.Commit(Words(left, pod, members), ct);
            await leaving.TakeOff(left, who.Door, ct);
            wakeups.Outbox.Ring();
            wakeups.Timers.Ring();
        }
    }

    /// <summary>At once to who works now, to the others when they start.</summary>
    private Commit Words(Member left, Pod pod, IReadOnlyList<Member> members)
    {
        var now = clock.Now;
        var told = members
            .Where(member => member is { Active: true, PodLead: true } && member.Side == left.Side && member.Id != left.Id)
            .ToLookup(member => WorkingTime.IsWorking(now, WorkCalendar.Of(member, pod)));
        var later = told[false].Select(lead => Waiting(Subjects.Left(left.Id, lead.Id), lead, now));
        return Nudges.With(new Commit { Owed = told[true].SelectMany(lead => Word(left, lead, now)).ToValueList() }, later.ToValueList(), now);
    }

    private static Nudge Waiting(string subject, Member lead, Instant now) => new(subject, lead.Pod, lead.Id, subject, now);

    private IEnumerable<Owed> Word(Member left, Member lead, Instant now)
    {
        if (channels.Of(lead) is not { } place)
            yield break;
        var subject = Subjects.Left(left.Id, lead.Id);
        yield return new Owed($"{place.Door.ToString().ToLowerInvariant()}:{subject}", place.Door, place.Conversation, subject, null, subject, now);
    }
}
