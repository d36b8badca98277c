using AlignmentBot.Bot.Handlers.Queue;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards.Agreement;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Agreement;

/// <summary>How both sides kept their promises since the month began: the clocks of the leads that were handed over in it.</summary>
public sealed class KeptShares(IStore store, BotClock clock)
{
    private readonly OpenLeads recent = new(store);

    public async Task<ValueList<KeptShare>> ThisMonth(PodRoster pod, CancellationToken ct)
    {
        var now = clock.Now;
        var today = now.InZone(pod.Pod.Zone).Date;
        var since = pod.Pod.Zone.AtStartOfDay(today.PlusDays(1 - today.Day)).ToInstant();
        var newest = await recent.Newest(new LeadQuery(pod.Pod.Id, [], null, null, 1), ct);
        var counted = newest.Leads
            .Where(lead => lead.HandedOverAt >= since)
            .SelectMany(lead => lead.Clocks)
            .Where(found => found.Kept is not null || found.IsBroken(now))
            .ToLookup(found => Clauses.SideOf(found.Clause));
        return Enum.GetValues<Side>().Select(side => new KeptShare(side, counted[side].Count(found => !found.IsBroken(now)), counted[side].Count())).ToValueList();
    }
}
