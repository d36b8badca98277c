using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;

namespace AlignmentBot.Cards.Awards;

/// <summary>The announcement: who won, by what, and thanks to everybody else. How many votes the others got is said nowhere.</summary>
public static class ResultCard
{
    /// <returns>Null before the announcement.</returns>
    public static Card? Draw(RoundView view, Reader reader)
    {
        if (view.Round.State is not RoundState.Announced announced)
            return null;
        var texts = Texts.For(reader.Language);
        var title = texts["award.heading", AwardWords.Month(view.Round.Month, texts)];
        var summary = string.Join(' ', announced.Results.Select(result => Headline(result, view, reader)));
        return new Card(texts["award.summary", title, summary], Tone.Good, [
            new Block.Heading(title), .. announced.Results.SelectMany(result => Award(result, view, reader)), .. Foot(announced, view, reader),
        ]);
    }

    /// <summary>One award in a few words.</summary>
    internal static string Headline(BallotResult result, RoundView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var title = AwardWords.Title(result.Award, texts);
        return result.Winners.Count > 0 ? texts["award.headline", title, AwardWords.Names(result.Winners, view, reader)] : texts["award.headline_none", title];
    }

    private static IEnumerable<Block> Award(BallotResult result, RoundView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var ballot = view.Round.Find(result.Award)!;
        yield return new Block.Divider();
        if (result.Winners.Count > 0 && view.Certificates.FirstOrDefault(certificate => certificate.Award == result.Award) is { } drawn)
            yield return new Block.Image(drawn.Path, drawn.Address, texts["award.certificate", Headline(result, view, reader), AwardWords.Month(view.Round.Month, texts)]);
        foreach (var block in result.Winners.Count > 0 ? Won(result, view, reader) : [new Block.Paragraph([new Run.Strong(Headline(result, view, reader))])])
            yield return block;
        yield return new Block.Paragraph([new Run.Plain(How(result, ballot, view, texts))]);
        foreach (var block in result.Winners.SelectMany(winner => Winner(winner, result, ballot, view, reader)))
            yield return block;
        if (ballot.Nominees.Any(nominee => result.Winners.Contains(nominee.Member) && AwardWords.LeavesOut(result.Award, nominee.Figures)))
            yield return new Block.Note([new Run.Plain(texts["award.too_few_means"])]);
        if (view.OpenVotes.Where(vote => vote.Award == result.Award).ToList() is { Count: > 0 } votes)
            yield return new Block.Note([new Run.Plain(texts["award.open_votes", string.Join("; ", votes.Select(vote => Open(vote, view, reader)))])]);
        if (ballot.AgreementLeaders.Count > 0)
            yield return new Block.Paragraph(Leaders(ballot, view, reader));
    }

    /// <summary>So large that it is a certificate by itself where no picture can be shown.</summary>
    private static IEnumerable<Block> Won(BallotResult result, RoundView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        yield return new Block.Heading(texts["award.winner", AwardWords.Title(result.Award, texts), AwardWords.Names(result.Winners, view, reader)]);
        yield return new Block.Paragraph(Congratulations(result, view, reader));
    }

    private static ValueList<Run> Congratulations(BallotResult result, RoundView view, Reader reader)
    {
        var people = new Run.Plain(string.Empty);
        return Texts.For(reader.Language).Runs("award.congratulations", people)
            .SelectMany(run => ReferenceEquals(run, people) ? AwardWords.People(result.Winners, view, reader) : [run])
            .ToValueList();
    }

    private static IEnumerable<Block> Winner(MemberId winner, BallotResult result, Ballot ballot, RoundView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        if (ballot.Nominees.FirstOrDefault(known => known.Member == winner) is not { } nominee)
            yield break;
        if (result.Winners.Count > 1)
            yield return new Block.Paragraph([new Run.Strong(view.Roster.NameOf(winner, reader))]);
        yield return new Block.Facts(AwardWords.Brief(result.Award, nominee.Figures, texts));
        foreach (var quote in AwardWords.Quotes(nominee, view, reader))
            yield return quote;
        if (HallOfFame.Streak(view.Rounds.Append(view.Round), result.Award, winner, view.Round.Month) is var streak and > 1)
            yield return new Block.Note([new Run.Plain(texts["award.streak", view.Roster.NameOf(winner, reader), streak])]);
    }

    private static string How(BallotResult result, Ballot ballot, RoundView view, Texts texts)
    {
        var turnout = texts["award.turnout", result.Cast, result.Eligible];
        return result.Outcome switch
        {
            AwardOutcome.Won { By: DecidedBy.Votes } won => texts["award.by.votes", result.VotesFor(won.Winners[0]), result.Cast, turnout],
            AwardOutcome.Won { By: DecidedBy.AgreementKept } => texts["award.by.kept", turnout],
            AwardOutcome.Won { By: DecidedBy.FewerBreaches } => texts["award.by.breaches", turnout],
            AwardOutcome.Won won => texts[IsMeasured(won, ballot) ? "award.by.shared" : "award.by.shared_few", turnout],
            AwardOutcome.NoQuorum => texts["award.by.no_quorum", result.Cast, result.Eligible, view.Round.Policy.QuorumPercent],
            AwardOutcome.AllAbstained => texts["award.by.abstained", result.Cast],
            AwardOutcome.NoVote none => AwardWords.NotVoted(ballot.Award, none.Why, texts),
            _ => throw new NotSupportedException($"No words for {result.Outcome.GetType().Name}."),
        };
    }

    /// <summary>False when a share could not be compared, since too few promises are behind it.</summary>
    private static bool IsMeasured(AwardOutcome.Won won, Ballot ballot) =>
        won.Winners.All(winner => ballot.Nominees.FirstOrDefault(nominee => nominee.Member == winner)?.Figures.Kept.Percent is not null);

    private static ValueList<Run> Leaders(Ballot ballot, RoundView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var figures = ballot.Nominees.FirstOrDefault(nominee => nominee.Member == ballot.AgreementLeaders[0])?.Figures.Kept;
        var names = new Run.Strong(AwardWords.Names(ballot.AgreementLeaders, view, reader));
        var side = new Run.Plain(AwardWords.Side(AwardSides.Nominees(ballot.Award), texts));
        return figures is { } kept
            ? texts.Runs("award.kept_best_of", side, names, new Run.Plain(AwardWords.Percent(kept, texts)), new Run.Plain(kept.Of.ToString(texts.Language)))
            : texts.Runs("award.kept_best", side, names);
    }

    private static string Open(OpenVote vote, RoundView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var voter = view.Roster.NameOf(vote.Voter, reader);
        return vote.Choice is { } choice ? texts["award.open_vote", voter, view.Roster.NameOf(choice, reader)] : texts["award.open_abstained", voter];
    }

    private static IEnumerable<Block> Foot(RoundState.Announced announced, RoundView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        yield return new Block.Divider();
        if (announced.Results.Any(result => result.Winners.Count > 0))
            yield return new Block.Paragraph(texts.Runs("award.thanks"));
        if (!view.Round.Ballots.Any(ballot => ballot.IsVoted))
            yield break;
        var secret = view.Round.Ballots.All(ballot => ballot.Mode != BallotMode.Open);
        yield return new Block.Note(texts.Runs(secret ? "award.audit" : "award.audit_open", new Run.Plain(view.Round.Id.Value)));
        yield return new Block.Buttons([new Button(ActionIds.CheckReceiptForm, texts["vote.button.check"], view.Round.Id.Value, ButtonStyle.Plain, Audience.Everyone.Instance)]);
    }
}
