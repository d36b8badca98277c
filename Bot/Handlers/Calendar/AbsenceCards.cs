using AlignmentBot.Bot.Handlers.Queue;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Calendar;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Calendar;

/// <summary>Draws what is told about somebody's days off, as they are now.</summary>
public sealed class AbsenceCards(IStore store, Rosters rosters, BotClock clock)
{
    /// <returns>Known: whether the subject is one of these; the card is null when it is no longer true.</returns>
    public async Task<(bool Known, Card? Card)> Draw(string subject, Member? reader, CancellationToken ct)
    {
        if (Subjects.AsAway(subject) is { } away)
            return (true, reader is null ? null : await Away(away.Member, away.Day, reader, ct));
        if (Subjects.AsStays(subject) is { } stays)
            return (true, reader is null ? null : await Stays(stays.Member, new DaysOff(stays.From, stays.Until, null), reader, ct));
        return Subjects.AsBack(subject) is { } back ? (true, reader is null ? null : await Back(back.Member, reader, ct)) : (false, null);
    }

    /// <summary>Nothing is said about days off that were taken back.</summary>
    private async Task<Card?> Away(MemberId id, NodaTime.LocalDate from, Member reader, CancellationToken ct)
    {
        if (await store.FindMember(id, ct) is not { Active: true } member || await rosters.Find(member.Pod, ct) is not { } here)
            return null;
        var today = Absence.Today(member, here.Pod, clock.Now);
        if (member.Off.FirstOrDefault(known => known.From == from && !known.IsOver(today)) is not { } off)
            return null;
        var counts = await store.CountOpenLeads(here.Pod.Id, ct);
        var left = counts.Where(count => count.Owner == id && OpenLeads.InWork.Any(state => state == count.State)).Sum(count => count.Count);
        return AwayCard.Draw(new AwayView(member, off, off.Backup is { } backup ? here.Roster.Find(backup) : null, left, today), reader, here.Pod);
    }

    /// <summary>Nothing is said once they are away then all the same.</summary>
    private async Task<Card?> Stays(MemberId id, DaysOff off, Member reader, CancellationToken ct) =>
        await store.FindMember(id, ct) is { Active: true } member && await rosters.Find(member.Pod, ct) is { } here && !member.Off.Any(known => known.Covers(off.From))
            ? AwayCard.Stays(member, off, Absence.Today(member, here.Pod, clock.Now), reader, here.Pod)
            : null;

    private async Task<Card?> Back(MemberId id, Member reader, CancellationToken ct) =>
        await store.FindMember(id, ct) is { Active: true } member && await rosters.Find(member.Pod, ct) is { } here && Absence.At(member, here.Pod, clock.Now) is null
            ? AwayCard.Back(member, reader, here.Pod)
            : null;
}
