using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Leads;

/// <summary>Gathers what is needed to draw a lead.</summary>
public sealed class LeadViews(IStore store, Rosters rosters, BotClock clock)
{
    public async Task<LeadView?> Find(LeadId id, CancellationToken ct) =>
        await store.FindLead(id, ct) is { } stored ? await Of(stored.Lead, ct) : null;

    public async Task<LeadView> Of(Lead lead, CancellationToken ct)
    {
        var found = await rosters.Find(lead.Pod, ct) ?? throw new InvalidOperationException($"Lead {lead.Id} belongs to pod {lead.Pod}, which is not stored.");
        return new LeadView(lead, found.Pod, found.Roster, clock.Now) { Policy = found.Policy };
    }
}
