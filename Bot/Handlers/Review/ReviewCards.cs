using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Review;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Review;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using NodaTime.Text;

namespace AlignmentBot.Bot.Handlers.Review;

/// <summary>Draws packs and check-ins with the names that people and leads have now.</summary>
public sealed class ReviewCards(IStore store, Rosters rosters)
{
    private const int MostOpen = 20;

    /// <returns>Null when the subject is neither, or is gone.</returns>
    public async Task<Card?> Draw(string subject, Member? reader, CancellationToken ct)
    {
        if (Subjects.AsPack(subject) is { } named)
        {
            return PackWords.KindOf(named.Kind) is { } kind && LocalDatePattern.Iso.Parse(named.From) is { Success: true, Value: var from }
                && await store.FindPack(named.Pod, kind, from, ct) is { } pack && await View(pack, ct) is { } view
                ? PackCard.Draw(view, ReaderOf(view, reader))
                : null;
        }

        return Subjects.AsCheckIn(subject) is { } id && await CheckIn(id, ct) is { } drawn ? CheckInCard.Draw(drawn, ReaderOf(drawn.Agenda, reader)) : null;
    }

    /// <summary>A check-in with what it decided and what it follows up; null when there is none.</summary>
    public async Task<CheckInView?> CheckIn(string id, CancellationToken ct)
    {
        if (await store.FindCheckIn(id, ct) is not { } checkIn || await View(checkIn.Agenda, ct) is not { } agenda)
            return null;
        var followed = new List<ReviewDecision>();
        foreach (var earlier in checkIn.FollowUp)
        {
            if (await store.FindDecision(earlier, ct) is { } decision)
                followed.Add(decision);
        }

        return new CheckInView(checkIn, agenda, followed.ToValueList(), (await store.DecisionsOf(id, ct)).ToValueList());
    }

    /// <summary>The pod's open decisions, the oldest first.</summary>
    public async Task<ValueList<ReviewDecision>> Open(PodId pod, CancellationToken ct) => (await store.OpenDecisions(pod, MostOpen, ct)).ToValueList();

    private async Task<PackView?> View(ReviewPack pack, CancellationToken ct)
    {
        if (await rosters.Find(pack.Pod, ct) is not { } here)
            return null;
        var leads = new Dictionary<LeadId, Lead>();
        foreach (var id in pack.Matters.Unanswered.Concat(pack.Matters.Untaken).Concat(pack.Wins.Select(win => win.Lead)).Distinct())
        {
            if (await store.FindLead(id, ct) is { } stored)
                leads[id] = stored.Lead;
        }

        return new PackView(pack, here.Pod, here.Roster, leads);
    }

    private static Reader ReaderOf(PackView view, Member? reader) => reader is null ? Reader.Everyone(view.Pod) : Reader.Of(reader, view.Pod);
}
