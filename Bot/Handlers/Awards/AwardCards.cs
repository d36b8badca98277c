using AlignmentBot.Cards;
using AlignmentBot.Cards.Awards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>Draws the subjects of the awards from the present state.</summary>
public sealed class AwardCards(IStore store, Rosters rosters, AwardReading reading)
{
    /// <param name="reader">For whom; null for everybody in the conversation, or, for a private message, its addressee.</param>
    /// <returns>Null when there is nothing to say any more, or not to this reader.</returns>
    public Task<Card?> Draw(AwardSubject subject, Member? reader, CancellationToken ct) => subject switch
    {
        AwardSubject.OfRound s => Of(s.Round, reader, (view, to) => Task.FromResult<Card?>(RoundCard.Draw(view, to)), ct),
        AwardSubject.OfNote s => Of(s.Round, reader, (view, to) => Note(view, s.Number, to, ct), ct),
        AwardSubject.OfResult s => Of(s.Round, reader, async (view, to) => ResultCard.Draw(await reading.ForResult(view, ct), to), ct),
        AwardSubject.OfBallot s => Privately(s.Round, s.Voter, reader, (view, to) => Ballot(view, s.Voter, to, ct), ct),
        AwardSubject.OfReminder s => Privately(s.Round, s.Voter, reader, (view, to) => Task.FromResult(Reminder(view, s, to)), ct),
        AwardSubject.OfChoice s => Privately(s.Round, s.Admin, reader, (view, to) => Task.FromResult(Choice(view, s.Award, to)), ct),
        AwardSubject.OfYear s => Year(s.Pod, s.Year, reader, ct),
        AwardSubject.OfKudos s => Thanks(s.Id, reader, ct),
        AwardSubject.OfReport s => Report(s.Id, s.Lead, reader, ct),
        _ => throw new NotSupportedException($"No card for {subject.GetType().Name}."),
    };

    public async Task<Card?> Ballot(RoundView view, MemberId voter, Reader reader, CancellationToken ct) => view.Round.BallotOf(voter) is { } ballot
        ? BallotCard.Draw(await reading.ForVoter(view, voter, ct), ballot, voter, reader)
        : null;

    private async Task<Card?> Of(RoundId id, Member? reader, Func<RoundView, Reader, Task<Card?>> draw, CancellationToken ct) =>
        await reading.Find(id, ct) is { } view ? await draw(view, ReaderOf(view.Pod, reader)) : null;

    /// <summary>What is for one member is drawn for that member alone, whoever asks.</summary>
    private async Task<Card?> Privately(RoundId id, MemberId addressee, Member? reader, Func<RoundView, Reader, Task<Card?>> draw, CancellationToken ct)
    {
        if (await reading.Find(id, ct) is not { } view || view.Roster.Find(addressee) is not { } member || (reader is not null && reader.Id != addressee))
            return null;
        return await draw(view, Reader.Of(member, view.Pod));
    }

    private async Task<Card?> Note(RoundView view, int number, Reader reader, CancellationToken ct) =>
        (await store.RoundHistory(view.Round.Id, ct)).FirstOrDefault(happened => happened.Number == number) is { } happened ? RoundNotices.Note(view, happened, reader) : null;

    private static Card? Reminder(RoundView view, AwardSubject.OfReminder reminder, Reader reader) =>
        view.Round.BallotOf(reminder.Voter) is { IsVoted: true } ballot && !RoundReminders.HasNewer(view, reminder.Day) ? RoundNotices.Reminder(view, ballot, reminder.Voter, reader) : null;

    private static Card? Choice(RoundView view, Award award, Reader reader) =>
        view.Round.Find(award) is { } ballot ? RoundNotices.Choose(view, ballot, $"{view.Round.Id}/{AwardSubjects.Name(award)}", reader) : null;

    private async Task<Card?> Year(PodId pod, int year, Member? reader, CancellationToken ct)
    {
        if ((await store.Rounds(pod, 1, ct)).Select(stored => stored.Round).FirstOrDefault() is not { } latest)
            return null;
        var view = await reading.WithRounds(await reading.Of(latest, ct), ct);
        return HallCard.Year(view, year, ReaderOf(view.Pod, reader));
    }

    private async Task<Card?> Thanks(string id, Member? reader, CancellationToken ct) =>
        await store.FindKudos(id, ct) is { } stored && await rosters.Find(stored.Kudos.Pod, ct) is { } here
            ? KudosCard.Draw(stored.Kudos, here.Roster, ReaderOf(here.Pod, reader))
            : null;

    private async Task<Card?> Report(string id, MemberId lead, Member? reader, CancellationToken ct)
    {
        if (await store.FindKudos(id, ct) is not { } stored || await rosters.Find(stored.Kudos.Pod, ct) is not { } here)
            return null;
        return here.Roster.Find(lead) is { } member && (reader is null || reader.Id == lead) ? KudosCard.Report(stored.Kudos, here.Roster, Reader.Of(member, here.Pod)) : null;
    }

    private static Reader ReaderOf(Pod pod, Member? member) => member is null ? Reader.Everyone(pod) : Reader.Of(member, pod);
}
