using AlignmentBot.Cards.Model;
using AlignmentBot.Domain.Awards;

namespace AlignmentBot.Cards.Awards;

/// <summary>A round's card in the pod's channel: where it stands, who votes for whom, by which rules.</summary>
public static class RoundCard
{
    public static Card Draw(RoundView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var title = texts["award.heading", AwardWords.Month(view.Round.Month, texts)];
        var status = Status(view, reader);
        return new Card(texts["award.summary", title, PlainText.Of(status.Runs, reader)], status.Tone, [new Block.Heading(title), status, .. Body(view, reader)]);
    }

    private static IEnumerable<Block> Body(RoundView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var round = view.Round;
        if (round.State is not (RoundState.Open or RoundState.Paused))
            yield break;
        foreach (var ballot in round.Ballots)
            yield return new Block.Paragraph(Line(ballot, view, texts));
        if (round.OpenedLate)
            yield return new Block.Note(texts.Runs("award.late", new Run.Moment(round.DueAt, reader.Zone)));
        yield return new Block.Note(texts.Runs("award.rules", new Run.Plain(round.Policy.QuorumPercent.ToString(texts.Language))));
        if (round.State is RoundState.Open)
            yield return new Block.Buttons([VoteButton(round.Id, voted: false, texts)]);
    }

    private static Domain.ValueList<Run> Line(Ballot ballot, RoundView view, Texts texts) => ballot.IsVoted
        ? texts.Runs(
            "award.ballot",
            new Run.Strong(AwardWords.Title(ballot.Award, texts)),
            new Run.Plain(AwardWords.Side(AwardSides.Voters(ballot.Award), texts)),
            new Run.Plain(view.VotedOn(ballot).ToString(texts.Language)),
            new Run.Plain(ballot.Voters.Count.ToString(texts.Language)))
        : [new Run.Plain(AwardWords.NotVoted(ballot.Award, ballot.Mode, texts))];

    /// <summary>Where the round stands, in one sentence.</summary>
    public static Block.Status Status(RoundView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return view.Round.State switch
        {
            RoundState.Open open => new Block.Status(Tone.Waiting, texts.Runs("award.status.open", new Run.Moment(open.ClosesAt, reader.Zone))),
            RoundState.Paused paused => new Block.Status(Tone.Warning, texts.Runs("award.status.paused", new Run.Plain(TextClean.OneLine(paused.Reason)))),
            RoundState.Closed closed => new Block.Status(Tone.Neutral, texts.Runs("award.status.closed", new Run.Moment(closed.AnnounceAt, reader.Zone))),
            RoundState.Announced => new Block.Status(Tone.Good, texts.Runs("award.status.announced")),
            RoundState.Cancelled { Reason.Length: 0 } => new Block.Status(Tone.Neutral, texts.Runs("award.status.missed")),
            RoundState.Cancelled cancelled => new Block.Status(Tone.Neutral, texts.Runs("award.status.cancelled", new Run.Plain(TextClean.OneLine(cancelled.Reason)))),
            _ => throw new NotSupportedException($"No words for {view.Round.State.GetType().Name}."),
        };
    }

    internal static Button VoteButton(RoundId round, bool voted, Texts texts) => new(
        ActionIds.VoteForm, texts[voted ? "vote.button.change" : "vote.button.vote"], round.Value, voted ? ButtonStyle.Plain : ButtonStyle.Primary, Audience.Everyone.Instance);
}
