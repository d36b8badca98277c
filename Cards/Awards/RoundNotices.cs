using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Cards.Awards;

/// <summary>The small words around a round: what an admin did to it, a reminder, a question to an admin.</summary>
public static class RoundNotices
{
    /// <summary>For everybody in the channel, with its reason. Null for what the round's own card says.</summary>
    public static Card? Note(RoundView view, RoundEvent happened, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var month = new Run.Plain(AwardWords.Month(view.Round.Month, texts));
        Run by = happened.By is Author.Member member ? new Run.Strong(view.Roster.NameOf(member.Id, reader)) : new Run.Strong(texts["card.author_bot"]);
        Run Moment(NodaTime.Instant at) => new Run.Moment(at, reader.Zone);
        Run Words(string reason) => new Run.Plain(TextClean.OneLine(reason));
        return happened.Fact switch
        {
            RoundFact.Paused fact => Said(Tone.Warning, texts.Runs("award.note.paused", by, month, Words(fact.Reason)), reader),
            RoundFact.Resumed fact => Said(Tone.Good, texts.Runs("award.note.resumed", by, month, Moment(fact.ClosesAt)), reader),
            RoundFact.Extended { Reason: { } reason } fact => Said(Tone.Neutral, texts.Runs("award.note.extended", by, month, Moment(fact.ClosesAt), Words(reason)), reader),
            RoundFact.Extended fact => Said(Tone.Waiting, texts.Runs("award.note.quorum", month, Moment(fact.ClosesAt)), reader),
            RoundFact.Cancelled fact => Said(Tone.Warning, texts.Runs("award.note.cancelled", by, month, Words(fact.Reason)), reader),
            _ => null,
        };
    }

    /// <returns>Null when there is nothing to remind of any more.</returns>
    public static Card? Reminder(RoundView view, Ballot ballot, MemberId voter, Reader reader)
    {
        if (view.Round.State is not RoundState.Open open || view.Now >= open.ClosesAt || view.Voted.Contains(voter))
            return null;
        var texts = Texts.For(reader.Language);
        var sentence = texts.Runs("vote.reminder", new Run.Strong(AwardWords.Title(ballot.Award, texts)), new Run.Moment(open.ClosesAt, reader.Zone));
        return new Card(PlainText.Of(sentence, reader), Tone.Waiting, [
            new Block.Status(Tone.Waiting, sentence),
            new Block.Note([new Run.Plain(BallotCard.WhoSeesWhat(ballot, texts))]),
            new Block.Buttons([RoundCard.VoteButton(view.Round.Id, voted: false, texts)]),
        ]);
    }

    /// <summary>To an admin: how is a side with few voters to vote? Once it is chosen, what was chosen.</summary>
    public static Card Choose(RoundView view, Ballot ballot, string value, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var title = AwardWords.Title(ballot.Award, texts);
        if (ballot.Mode != BallotMode.Undecided || view.Round.State is not (RoundState.Open or RoundState.Paused))
        {
            var chosen = ballot.Mode == BallotMode.Open ? texts["vote.choose.open", title] : AwardWords.NotVoted(ballot.Award, ballot.Mode == BallotMode.Undecided ? BallotMode.Declined : ballot.Mode, texts);
            return new Card(chosen, Tone.Neutral, [new Block.Status(Tone.Neutral, [new Run.Plain(chosen)])]);
        }

        var question = texts.Count("vote.choose.few", ballot.Voters.Count);
        return new Card(texts["award.summary", title, question], Tone.Warning, [
            new Block.Heading(texts["vote.heading", title, AwardWords.Month(view.Round.Month, texts)]),
            new Block.Status(Tone.Warning, [new Run.Plain(question)]),
            new Block.Paragraph(texts.Runs("vote.choose.how")),
            new Block.Buttons([
                new Button(ActionIds.VoteOpenly, texts["vote.choose.button_open"], value, ButtonStyle.Primary, Audience.Everyone.Instance),
                new Button(ActionIds.NoVote, texts["vote.choose.button_none"], value, ButtonStyle.Plain, Audience.Everyone.Instance),
            ]),
        ]);
    }

    private static Card Said(Tone tone, ValueList<Run> sentence, Reader reader) => new(PlainText.Of(sentence, reader), tone, [new Block.Status(tone, sentence)]);
}
