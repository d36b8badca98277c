using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Awards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>The ballot in a dialog: opened, and sent. The one place where a vote comes in, whatever the door.</summary>
public sealed class Voting(AwardCommits commits, AwardReading reading, RoundKeys keys, AwardEffects effects, BotClock clock)
{
    public async Task<Answer> Form(Click click, CancellationToken ct)
    {
        if (await reading.Find(new RoundId(click.Value), ct) is not { } view)
            return Refused(new RoundRefusal.NoRound(), Reader.Unknown);
        return view.Roster.FindByAccount(click.Who.Door, click.Who.Account) is { } member
            ? await Form(view, member, ct)
            : Refused(new RoundRefusal.NotOnRoster(), Reader.Everyone(view.Pod));
    }

    public async Task<Answer> Submit(Submission form, CancellationToken ct)
    {
        while (true)
        {
            if (await commits.Store.FindRound(new RoundId(form.Value), ct) is not { } stored)
                return Refused(new RoundRefusal.NoRound(), Reader.Unknown);
            var view = await reading.Of(stored.Round, ct);
            if (view.Roster.FindByAccount(form.Who.Door, form.Who.Account) is not { } member)
                return Refused(new RoundRefusal.NotOnRoster(), Reader.Everyone(view.Pod));
            if (await Cast(view, stored.Version, member, form, ct) is { } answer)
                return answer;
        }
    }

    private async Task<Answer> Form(RoundView view, Member member, CancellationToken ct)
    {
        var reader = Reader.Of(member, view.Pod);
        if (VoteRights.Check(view.Round, member.Id, clock.Now) is { } refusal)
            return Refused(refusal, reader);
        if (await keys.Find(view.Round.Id, ct) is not { } key)
            return KeyLost(reader);
        var kept = await commits.Store.FindBallot(view.Round.Id, key.Voter(member.Id), ct);
        var own = kept is null ? null : new OwnVote(key.Reveal(kept), key.Receipt(member.Id).ToString());
        return new Answer.Ask(VoteForm.Draw(await reading.ForVoter(view, member.Id, ct), view.Round.BallotOf(member.Id)!, own, reader));
    }

    /// <summary>One try; null when the round has changed meanwhile.</summary>
    private async Task<Answer?> Cast(RoundView view, long version, Member member, Submission form, CancellationToken ct)
    {
        var reader = Reader.Of(member, view.Pod);
        if (form.Answers.GetValueOrDefault(FieldNames.Choice) is not { Length: > 0 } chosen)
            return Wrong(new RoundRefusal.NoChoice(), reader);
        MemberId? choice = chosen == VoteForm.Abstain ? null : new MemberId(chosen);
        if (VoteRights.Check(view.Round, member.Id, choice, clock.Now) is { } refusal)
            return refusal is RoundRefusal.OwnVote or RoundRefusal.NotNominated ? Wrong(refusal, reader) : Refused(refusal, reader);
        if (await keys.Find(view.Round.Id, ct) is not { } key)
            return KeyLost(reader);

        var ballot = view.Round.BallotOf(member.Id)!;
        var write = new BallotWrite(view.Round.Id, version, member.Id, key.Hide(ballot.Award, member.Id, choice), key.Mark(form.Who.Door, form.Delivery));
        var card = await effects.Again([(member, AwardSubjects.Ballot(view.Round.Id, member.Id))], "voted", clock.Now, ct);
        return await commits.Commit(new Commit { Ballot = write, Owed = card }, ct) is CommitResult.Done
            ? Done(view, choice, key.Receipt(member.Id), reader)
            : null;
    }

    private static Answer.Say Done(RoundView view, MemberId? choice, Receipt receipt, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var until = PlainText.Of(((RoundState.Open)view.Round.State).ClosesAt, reader.Zone, reader.Language);
        return new Answer.Say(
            choice is { } member ? texts["vote.done", view.Roster.NameOf(member, reader), receipt, until] : texts["vote.done_abstained", receipt, until],
            Tone.Good);
    }

    private static Answer.Say Refused(RoundRefusal why, Reader reader) => new(RoundRefusals.Sentence(why, reader), Tone.Warning);

    private static Answer.Correct Wrong(RoundRefusal why, Reader reader) => new([new FieldError(FieldNames.Choice, RoundRefusals.Sentence(why, reader))]);

    private static Answer.Say KeyLost(Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return new Answer.Say(texts["award.status.cancelled", texts["award.key_lost"]], Tone.Bad);
    }
}
