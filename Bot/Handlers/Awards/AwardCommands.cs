using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Awards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary><c>/mql vote</c> and <c>/mql awards</c>.</summary>
public sealed class AwardCommands(IStore store, RoundRuns runs, AwardReading reading, AwardCards cards)
{
    public async Task<Answer> Vote(CommandCall call, CancellationToken ct)
    {
        var texts = Texts.For(call.Reader.Language);
        if (call.Member is not { } member)
            return Refused(new RoundRefusal.NotOnRoster(), call.Reader);
        var words = call.Rest.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0)
            return await Ballot(call.Pod, member, call.Reader, ct);
        var reason = words.Length > 1 ? words[1] : string.Empty;
        return words[0].ToLowerInvariant() switch
        {
            "pause" => await Run(call, member, new RoundCommand.Pause(reason), ct),
            "resume" => await Run(call, member, new RoundCommand.Resume(), ct),
            "extend" => await Run(call, member, new RoundCommand.Extend(reason), ct),
            "cancel" => await Run(call, member, new RoundCommand.Cancel(reason), ct),
            _ => new Answer.Say(texts["vote.usage"], Tone.Warning),
        };
    }

    public async Task<Answer> Hall(CommandCall call, CancellationToken ct)
    {
        if (call.Member is null)
            return Refused(new RoundRefusal.NotOnRoster(), call.Reader);
        if ((await store.Rounds(call.Pod.Id, 1, ct)).Select(stored => stored.Round).FirstOrDefault() is not { } latest)
            return new Answer.Say(Texts.For(call.Reader.Language)["award.hall_empty"], Tone.Neutral);
        return new Answer.Show(HallCard.Draw(await reading.WithRounds(await reading.Of(latest, ct), ct), call.Reader));
    }

    private Task<Answer> Run(CommandCall call, Member member, RoundCommand command, CancellationToken ct) =>
        runs.Do(call.Who, call.Delivery, (call.Pod, member), command, ct);

    private async Task<Answer> Ballot(Pod pod, Member member, Reader reader, CancellationToken ct)
    {
        if (await runs.Current(pod.Id, ct) is not { } round)
            return new Answer.Say(await Next(pod, reader, ct), Tone.Neutral);
        var view = await reading.Of(round, ct);
        if (round.BallotOf(member.Id) is not { } ballot)
            return Refused(new RoundRefusal.NoVote(round.OpenedAt), reader);
        if (!ballot.IsVoted)
            return Refused(new RoundRefusal.NotVoted(ballot.Award, ballot.Mode), reader);
        return await cards.Ballot(view, member.Id, reader, ct) is { } card ? new Answer.Show(card) : Refused(new RoundRefusal.NoRound(), reader);
    }

    /// <summary>Nothing is open: when it will be.</summary>
    private async Task<string> Next(Pod pod, Reader reader, CancellationToken ct)
    {
        var texts = Texts.For(reader.Language);
        return await store.FindTimer(AwardTimers.Opening(pod.Id, default, default).Key, ct) is { } date
            ? texts["vote.no.round", PlainText.Of(date.Due, reader.Zone, reader.Language)]
            : texts["vote.no.round_unknown"];
    }

    private static Answer.Say Refused(RoundRefusal why, Reader reader) => new(RoundRefusals.Sentence(why, reader), Tone.Warning);
}
