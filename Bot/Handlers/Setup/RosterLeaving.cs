using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Setup;

/// <summary>Takes somebody off a roster: what was reserved for them is open to every rep again. Doing it twice changes nothing more.</summary>
public sealed class RosterLeaving(IStore store, Rosters rosters, LeadDesk desk)
{
    private const int PageSize = 200;

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
        LeadCursor? cursor = null;
        do
        {
            var page = await store.ListLeads(new LeadQuery(member.Pod, Reservable, null, cursor, PageSize), ct);
            foreach (var lead in page.Leads.Select(found => found.Lead).Where(lead => ReservedFor(lead) == member.Id))
                await desk.Decide(lead.Id, new LeadRequest(door, Caller.Bot.Instance, new LeadCommand.Free(), null, LeadAnswers.Kept), ct);
            cursor = page.Next;
        }
        while (cursor is not null);
    }

    private static MemberId? ReservedFor(Lead lead) => lead.State switch
    {
        LeadState.Incomplete s => s.ReservedFor,
        LeadState.Offered s => s.ReservedFor,
        _ => null,
    };
}
