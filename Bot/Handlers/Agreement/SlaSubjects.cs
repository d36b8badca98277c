using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Agreement;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Agreement;

/// <summary>Draws what the ladder says, and messages that join several private words.</summary>
public sealed class SlaSubjects(IStore store, LeadViews views, Rosters rosters)
{
    /// <returns>Known: whether the subject is one of these; the card is null when it is no longer true.</returns>
    public async Task<(bool Known, Card? Card)> Draw(string subject, Member? reader, CancellationToken ct)
    {
        if (SlaSubject.Parse(subject) is { } promise)
            return (true, await Draw(promise, reader, ct));
        if (WouldSubject.Parse(subject) is { } would)
            return (true, await Draw(would, reader, ct));
        return Subjects.AsProposal(subject) is { } proposal ? (true, await Proposal(proposal, reader, ct)) : (false, null);
    }

    private async Task<Card?> Proposal(string id, Member? reader, CancellationToken ct)
    {
        if (await store.FindProposal(id, ct) is not { } proposal || await rosters.Find(proposal.Pod, ct) is not { } pod)
            return null;
        var before = (await store.AgreementVersions(proposal.Pod, ct)).FirstOrDefault(version => version.Version == proposal.Over) ?? PodAgreement.First(proposal.Pod);
        return ProposalCard.Draw(new ProposalView(proposal, before.Terms, pod.Pod, pod.Roster), reader is null ? Reader.Everyone(pod.Pod) : Reader.Of(reader, pod.Pod));
    }

    private async Task<Card?> Draw(SlaSubject subject, Member? reader, CancellationToken ct) =>
        await views.Find(subject.Lead, ct) is { } view && subject.RunningIn(view.Lead) is { } running
            ? SlaCard.Draw(view, subject.Says, running, reader is null ? Reader.Everyone(view.Pod) : Reader.Of(reader, view.Pod))
            : null;

    /// <param name="draw">Draws one subject for the person it is said to.</param>
    public async Task<Card?> Joined(string batch, Func<string, Member, Task<Card?>> draw, CancellationToken ct)
    {
        var nudges = await store.NudgesOf(batch, ct);
        if (nudges.Count == 0 || await store.FindMember(nudges[0].To, ct) is not { } member || await rosters.Find(member.Pod, ct) is not { } pod)
            return null;
        var reader = Reader.Of(member, pod.Pod);
        var (cards, votes, would) = (new List<Card>(), new List<Card>(), new List<ValueList<Run>>());
        foreach (var subject in nudges.Select(nudge => nudge.Subject).Distinct(StringComparer.Ordinal))
        {
            if (WouldSubject.Parse(subject) is { } past)
                would.AddRange(await Line(past, reader, ct) is { } line ? [line] : []);
            else if (await draw(subject, member) is { } card)
                (AwardSubjects.Read(subject) is null ? cards : votes).Add(card);
        }

        // Leads first, since a customer waits behind each. A vote comes after them, and is never among those that are only counted.
        cards.InsertRange(Math.Min(cards.Count, Math.Max(0, NudgesCard.Most - votes.Count)), votes);
        return NudgesCard.Draw(cards, would, reader);
    }

    /// <summary>A line of what would have been, as a card of its own: so it counts as still true.</summary>
    private async Task<Card?> Draw(WouldSubject subject, Member? reader, CancellationToken ct) =>
        reader is not null && await rosters.Find(reader.Pod, ct) is { } pod && await Line(subject, Reader.Of(reader, pod.Pod), ct) is { } line
            ? NudgesCard.Draw([], [line], Reader.Of(reader, pod.Pod))
            : null;

    private async Task<ValueList<Run>?> Line(WouldSubject subject, Reader reader, CancellationToken ct) =>
        await views.Find(subject.Lead, ct) is { } view ? WatchLine.Draw(view, subject.What, subject.To, subject.At, reader) : null;
}
