using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Handlers.Queue;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Setup;

/// <summary>Takes somebody off a roster: what was reserved for them is open to every rep again. Doing it twice changes nothing more.</summary>
public sealed class RosterLeaving(IStore store, Rosters rosters, OpenLeads open, LeadDesk desk)
{
    private static readonly ValueList<string> Reservable = [StateNames.Incomplete, StateNames.Offered];

    public async Task TakeOff(Member member, Door door, CancellationToken ct)
    {
        // The roster comes last, so that a crash before it leaves something to find; leads reserved in between are freed after it.
        await FreeReserved(member, door, ct);
        await store.SaveMember(member with { Active = false }, ct);
        rosters.Forget(member.Pod);
        await FreeReserved(member, door, ct);
    }

    private async Task FreeReserved(Member member, Door door, CancellationToken ct)
    {
        var undecided = await open.Newest(new LeadQuery(member.Pod, Reservable, null, null, 1), ct);
        foreach (var lead in undecided.Leads.Where(lead => ReservedFor(lead) == member.Id))
            await desk.Decide(lead.Id, new LeadRequest(door, Caller.Bot.Instance, new LeadCommand.Free(), null, LeadAnswers.Kept), ct);
    }

    private static MemberId? ReservedFor(Lead lead) => lead.State switch
    {
        LeadState.Incomplete s => s.ReservedFor,
        LeadState.Offered s => s.ReservedFor,
        _ => null,
    };
}
