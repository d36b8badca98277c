using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;

namespace AlignmentBot.Cards.Awards;

/// <summary>A voter's private card. It never says what they chose: a message stays with the platform, the dialog does not.</summary>
public static class BallotCard
{
    /// <summary>With more nominees, each gets one line.</summary>
    private const int MostWhole = 8;

    private const int MostLines = 40;

    public static Card Draw(RoundView view, Ballot ballot, MemberId voter, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var title = texts["vote.heading", AwardWords.Title(ballot.Award, texts), AwardWords.Month(view.Round.Month, texts)];
        var voted = view.Voted.Contains(voter);
        var status = Status(view, voted, reader);
        return new Card(texts["award.summary", title, PlainText.Of(status.Runs, reader)], status.Tone, [
            new Block.Heading(title), status, .. view.Round.State is RoundState.Open ? Nominees(view, ballot, voted, reader) : After(view, voted, texts),
        ]);
    }

    /// <summary>What others can see of a vote, exactly.</summary>
    internal static string WhoSeesWhat(Ballot ballot, Texts texts) => texts[ballot.Mode == BallotMode.Open ? "vote.sees.open" : "vote.sees.secret"];

    private static Block.Status Status(RoundView view, bool voted, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return view.Round.State is not RoundState.Open open
            ? RoundCard.Status(view, reader)
            : voted
                ? new Block.Status(Tone.Good, texts.Runs("vote.status.voted", new Run.Moment(open.ClosesAt, reader.Zone)))
                : new Block.Status(Tone.Waiting, texts.Runs("vote.status.missing", new Run.Moment(open.ClosesAt, reader.Zone)));
    }

    private static IEnumerable<Block> Nominees(RoundView view, Ballot ballot, bool voted, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        foreach (var block in view.InOrder.Count <= MostWhole ? Whole(view, ballot, reader) : Lines(view, ballot, reader))
            yield return block;
        if (view.InOrder.Any(nominee => AwardWords.LeavesOut(ballot.Award, nominee.Figures)))
            yield return new Block.Note([new Run.Plain(texts["award.too_few_means"])]);
        yield return new Block.Note([new Run.Plain(WhoSeesWhat(ballot, texts))]);
        yield return new Block.Buttons([RoundCard.VoteButton(view.Round.Id, voted, texts)]);
    }

    private static IEnumerable<Block> Whole(RoundView view, Ballot ballot, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        foreach (var nominee in view.InOrder)
        {
            yield return new Block.Paragraph([new Run.Strong(view.Roster.NameOf(nominee.Member, reader))]);
            yield return new Block.Facts(AwardWords.Brief(ballot.Award, nominee.Figures, texts));
            foreach (var quote in AwardWords.Quotes(nominee, view, reader))
                yield return quote;
        }
    }

    private static IEnumerable<Block> Lines(RoundView view, Ballot ballot, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        yield return new Block.Bullets(view.InOrder.Take(MostLines)
            .Select(ValueList<Run> (nominee) => [new Run.Strong(view.Roster.NameOf(nominee.Member, reader)), new Run.Plain(": " + AwardWords.ShortBrief(ballot.Award, nominee.Figures, texts))])
            .ToValueList());
        if (view.InOrder.Count > MostLines)
            yield return new Block.Note([new Run.Plain(texts.Count("vote.more", view.InOrder.Count - MostLines))]);
    }

    private static IEnumerable<Block> After(RoundView view, bool voted, Texts texts)
    {
        if (voted && view.Round.State is RoundState.Closed or RoundState.Announced)
            yield return new Block.Note(texts.Runs("vote.after"));
    }
}
