using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Queue;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Queue;

/// <summary>Sorts a pod's open leads into the heaps of one member.</summary>
public sealed class QueueReading(IStore store, OpenLeads open, LeadViews views, BotClock clock)
{
    private static readonly ValueList<string> Undecided = [StateNames.Offered];
    private static readonly ValueList<string> MarketingsTurn = [StateNames.Incomplete, StateNames.Rejected, StateNames.Offered];

    public async Task<QueueView> Of(PodRoster pod, Member member, CancellationToken ct)
    {
        var parts = member.Side == Side.Sales ? await OfRep(pod, member, ct) : await OfMarketer(pod, member, ct);
        var pulse = member.PodLead ? await Pulse(pod, ct) : null;
        return new QueueView(pod.Pod, member, WithOverdueFirst(parts), pulse);
    }

    private async Task<ValueList<QueuePart>> OfRep(PodRoster pod, Member member, CancellationToken ct)
    {
        var inWork = await open.Newest(new LeadQuery(pod.Pod.Id, OpenLeads.InWork, member.Id, null, 1), ct);
        var waiting = await open.Newest(new LeadQuery(pod.Pod.Id, Undecided, null, null, 1), ct);
        return [
            await Part(QueueHeap.ForMe, waiting, lead => lead.State is LeadState.Offered { ReservedFor: { } rep } && rep == member.Id, ct),
            await Part(QueueHeap.Mine, inWork, _ => true, ct),
            await Part(QueueHeap.ForAll, waiting, lead => lead.State is LeadState.Offered { ReservedFor: null }, ct),
        ];
    }

    private async Task<ValueList<QueuePart>> OfMarketer(PodRoster pod, Member member, CancellationToken ct)
    {
        var undecided = await open.Newest(new LeadQuery(pod.Pod.Id, MarketingsTurn, null, null, 1), ct);
        Member? Marketer(Lead lead) => pod.Roster.FindByEmail(lead.Brief.Marketer) is { Active: true } found ? found : null;
        return [
            await Part(QueueHeap.ForMe, undecided, lead => lead.State is not LeadState.Offered && Marketer(lead)?.Id == member.Id, ct),
            await Part(QueueHeap.Mine, undecided, lead => lead.State is LeadState.Offered && Marketer(lead)?.Id == member.Id, ct),
            await Part(QueueHeap.ForAll, undecided, lead => lead.State is not LeadState.Offered && Marketer(lead) is null, ct),
        ];
    }

    private async Task<QueuePart> Part(QueueHeap heap, OpenLeadList list, Func<Lead, bool> belongs, CancellationToken ct)
    {
        var found = new List<LeadView>();
        foreach (var lead in list.Leads.Where(belongs))
            found.Add(await views.Of(lead, ct));
        return new QueuePart(heap, found.ToValueList(), list.AndMore);
    }

    /// <summary>What is late is taken out of its heap and stands on top, the longest overdue first. What waits for anybody is late for the team lead, not for each rep.</summary>
    private static ValueList<QueuePart> WithOverdueFirst(ValueList<QueuePart> parts)
    {
        static bool IsLate(LeadView view) => view.DecideBy is { } due && due < view.Now;
        var own = parts.Where(part => part.Heap != QueueHeap.ForAll).ToList();
        var late = own.SelectMany(part => part.Leads).Where(IsLate).OrderBy(view => view.DecideBy).ToValueList();
        return [
            new QueuePart(QueueHeap.Overdue, late),
            .. parts.Select(part => part.Heap == QueueHeap.ForAll ? part : part with { Leads = part.Leads.Where(view => !IsLate(view)).ToValueList() }),
        ];
    }

    private async Task<PodPulse> Pulse(PodRoster pod, CancellationToken ct)
    {
        var counts = await store.CountOpenLeads(pod.Pod.Id, ct);
        var states = OpenLeads.States
            .Select(state => new StateCount(state, counts.Where(count => count.State == state).Sum(count => count.Count)))
            .Where(state => state.Count > 0)
            .ToValueList();
        var reps = pod.Roster.ActiveReps
            .Select(rep => new RepLoad(
                rep,
                counts.Where(count => count.Owner == rep.Id && OpenLeads.InWork.Any(state => state == count.State)).Sum(count => count.Count),
                Absence.At(rep, pod.Pod, clock.Now) is not null))
            .OrderByDescending(load => load.Count)
            .ToValueList();
        return new PodPulse(states, await OldestWaiting(pod.Pod, counts, ct), reps);
    }

    private async Task<LeadView?> OldestWaiting(Pod pod, IReadOnlyList<LeadCount> counts, CancellationToken ct)
    {
        if (counts.FirstOrDefault(count => count.State == StateNames.Offered) is not { Oldest: var oldest })
            return null;
        // The list runs from the newest back: what stands just behind this moment is the oldest.
        var behind = new LeadCursor(oldest + Duration.FromTicks(1), new LeadId(string.Empty));
        var page = await store.ListLeads(new LeadQuery(pod.Id, Undecided, null, behind, 1), ct);
        return page.Leads is [var found, ..] ? await views.Of(found.Lead, ct) : null;
    }
}
