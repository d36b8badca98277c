using AlignmentBot.Bot.Handlers.Agreement;
using AlignmentBot.Bot.Handlers.Review;
using AlignmentBot.Bot.Handlers.Awards;
using AlignmentBot.Bot.Handlers.Calendar;
using AlignmentBot.Bot.Handlers.Setup;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Leads;

/// <summary>Draws a subject from the present state: for the outbox, for a refreshed card, for the local page.</summary>
public sealed class SubjectCards(IStore store, LeadViews views, RosterCards people, SlaSubjects promises, AbsenceCards absences, ReviewCards reviews, AwardCards awards)
{
    /// <param name="reader">For whom; null for everybody in the conversation (or, for a private message, its addressee).</param>
    /// <param name="inDigest">The message shows several leads, so a line says which one it means.</param>
    /// <returns>Null when there is nothing to say (any more).</returns>
    public async Task<Card?> Draw(string subject, Member? reader, bool inDigest, CancellationToken ct)
    {
        if (Subjects.AsLead(subject) is { } id)
            return await views.Find(id, ct) is { } view ? LeadCard.Draw(view, ReaderOf(view.Pod, reader)) : null;
        if (Subjects.AsLine(subject) is { } line)
            return await DrawEvent(line.Lead, line.Number, (view, happened) => LeadLine.Draw(view, happened, ReaderOf(view.Pod, reader), inDigest), ct);
        if (Subjects.AsSaid(subject) is { } said)
        {
            return await store.FindCarriedWords(subject, ct) is { } words
                ? await DrawEvent(said.Lead, said.Number, (view, happened) => SaidLine.Draw(view, happened, words.Text, ReaderOf(view.Pod, reader), inDigest), ct)
                : null;
        }

        if (Subjects.AsNotice(subject) is { } notice)
            return await DrawEvent(notice.Lead, notice.Number, (view, happened) => DrawNotice(view, happened, reader), ct);
        if (Subjects.AsNudges(subject) is { } batch)
            return await promises.Joined(batch, (one, member) => DrawNews(one, member, ct), ct);
        if (await promises.Draw(subject, reader, ct) is { Known: true } promise)
            return promise.Card;
        if (await absences.Draw(subject, reader, ct) is { Known: true } absence)
            return absence.Card;
        if (Subjects.AsLeft(subject) is { } left)
            return await people.Left(left.Member, left.Lead, ct);
        if (AwardSubjects.Read(subject) is { } award)
            return await awards.Draw(award, reader, ct);
        return await reviews.Draw(subject, reader, ct);
    }

    /// <summary>Draws what has waited for somebody. Null when it has come to nothing meanwhile.</summary>
    public async Task<Card?> DrawNews(string subject, Member reader, CancellationToken ct) =>
        await IsNews(subject, ct) ? await Draw(subject, reader, inDigest: false, ct) : null;

    /// <summary>Draws several leads as one message. Leads that are gone are left out.</summary>
    public async Task<Card?> DrawDigest(IEnumerable<string> subjects, Member? reader, CancellationToken ct)
    {
        var found = new List<LeadView>();
        foreach (var subject in subjects)
        {
            if (Subjects.AsLead(subject) is { } id && await views.Find(id, ct) is { } view)
                found.Add(view);
        }

        return found.Count == 0 ? null : LeadDigestCard.Draw(found.ToValueList(), ReaderOf(found[0].Pod, reader));
    }

    /// <summary>Other subjects draw nothing by themselves once they are no longer true.</summary>
    private async Task<bool> IsNews(string subject, CancellationToken ct)
    {
        if (Subjects.AsLeft(subject) is { } left)
            return await store.FindMember(left.Member, ct) is { Active: false };
        if (Subjects.AsNotice(subject) is not { } notice)
            return true;
        var history = await store.History(notice.Lead, ct);
        return history.FirstOrDefault(happened => happened.Number == notice.Number) is { } happened
            && await views.Find(notice.Lead, ct) is { } view
            && LeadNotice.IsNews(view, happened, history.Where(next => next.Number > notice.Number));
    }

    private static Card? DrawNotice(LeadView view, LeadEvent happened, Member? reader)
    {
        var addressee = reader ?? (LeadNotice.To(view, happened) is { } member ? view.Roster.Find(member) : null);
        return addressee is null ? null : LeadNotice.Draw(view, happened, Reader.Of(addressee, view.Pod));
    }

    private async Task<Card?> DrawEvent(LeadId lead, int number, Func<LeadView, LeadEvent, Card?> draw, CancellationToken ct) =>
        await store.FindEvent(lead, number, ct) is { } happened && await views.Find(lead, ct) is { } view ? draw(view, happened) : null;

    private static Reader ReaderOf(Pod pod, Member? member) => member is null ? Reader.Everyone(pod) : Reader.Of(member, pod);
}
