using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Awards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>What admins do to a round: pause, resume, extend, cancel, and choose how a side with few voters votes.</summary>
public sealed class RoundRuns(RoundDesk desk, AwardReading reading, IStore store)
{
    /// <summary>The round on which something can still be done: the newest, unless it is over.</summary>
    public async Task<Round?> Current(PodId pod, CancellationToken ct) =>
        (await store.Rounds(pod, 1, ct)).Select(stored => stored.Round).FirstOrDefault(round => round.State is RoundState.Open or RoundState.Paused or RoundState.Closed);

    public async Task<Answer> Do(Visitor who, string delivery, (Pod Pod, Member Member) by, RoundCommand command, CancellationToken ct)
    {
        var reader = Reader.Of(by.Member, by.Pod);
        if (await Current(by.Pod.Id, ct) is not { } round)
            return new Answer.Say(Texts.For(reader.Language)["vote.no.round_unknown"], Tone.Warning);
        return await Do(round.Id, who, delivery, by.Member, command, ct);
    }

    public Task<Answer> VoteOpenly(Click click, CancellationToken ct) => Choose(click, voteOpenly: true, ct);

    public Task<Answer> NoVote(Click click, CancellationToken ct) => Choose(click, voteOpenly: false, ct);

    private async Task<Answer> Choose(Click click, bool voteOpenly, CancellationToken ct)
    {
        if (click.Value.Split('/') is not [var id, var name] || AwardSubjects.AwardOf(name) is not { } award || await reading.Find(new RoundId(id), ct) is not { } view)
            return Refused(new RoundRefusal.NoRound(), Reader.Unknown);
        if (view.Roster.FindByAccount(click.Who.Door, click.Who.Account) is not { } member)
            return Refused(new RoundRefusal.NotOnRoster(), Reader.Everyone(view.Pod));
        return await Do(view.Round.Id, click.Who, click.Delivery, member, new RoundCommand.Choose(award, voteOpenly), ct);
    }

    private async Task<Answer> Do(RoundId id, Visitor who, string delivery, Member member, RoundCommand command, CancellationToken ct)
    {
        var view = await reading.Find(id, ct) ?? throw new InvalidOperationException($"Round {id} was there a moment ago.");
        var reader = Reader.Of(member, view.Pod);
        if (!RoundRights.MayRun(member, view.Roster.Members))
            return Refused(new RoundRefusal.AdminsOnly(), reader);
        Answer Answer(Round next) => command is RoundCommand.Choose choose
            ? new Answer.Redraw(AwardSubjects.Choose(id, choose.Award, member.Id))
            : new Answer.Say(Did(command, next, reader), Tone.Good);
        var request = new RoundRequest(who.Door, new Actor.Person(member), command, delivery, next => StoredAnswer.Write(Answer(next)));
        return await desk.Decide(id, request, ct) switch
        {
            RoundResult.Done done => Answer(done.Round),
            RoundResult.Repeated repeated => StoredAnswer.Read(repeated.Earlier.Answer),
            RoundResult.Refused refused => Refused(refused.Why, reader),
            _ => throw new NotSupportedException("A request is done, repeated or refused."),
        };
    }

    private static string Did(RoundCommand command, Round next, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var until = next.State is RoundState.Open open ? PlainText.Of(open.ClosesAt, reader.Zone, reader.Language) : string.Empty;
        return command switch
        {
            RoundCommand.Pause => texts["vote.did.pause"],
            RoundCommand.Resume => texts["vote.did.resume", until],
            RoundCommand.Extend => texts["vote.did.extend", until],
            RoundCommand.Cancel => texts["vote.did.cancel"],
            _ => throw new NotSupportedException($"No words for {command.GetType().Name}."),
        };
    }

    private static Answer.Say Refused(RoundRefusal why, Reader reader) => new(RoundRefusals.Sentence(why, reader), Tone.Warning);
}
