namespace AlignmentBot.Domain.Awards;

/// <summary>The published way to count. The order of the votes never matters.</summary>
public static class Counting
{
    /// <summary>True when as many have voted as the policy asks for. An abstention is a vote that was given.</summary>
    public static bool HasQuorum(int cast, int eligible, AwardPolicy policy) => cast * 100L >= (long)policy.QuorumPercent * eligible;

    /// <param name="choices">One per voter who voted; null abstains.</param>
    /// <exception cref="ArgumentException">There are more votes than voters, or one for somebody who is not nominated.</exception>
    public static BallotResult Count(Ballot ballot, IReadOnlyCollection<MemberId?> choices, AwardPolicy policy)
    {
        if (!ballot.IsVoted)
            return new BallotResult(ballot.Award, new AwardOutcome.NoVote(ballot.Mode is BallotMode.Undecided ? BallotMode.Declined : ballot.Mode), ballot.Voters.Count, 0, 0, []);
        if (choices.Count > ballot.Voters.Count)
            throw new ArgumentException($"There are {choices.Count} votes of {ballot.Voters.Count} voters.", nameof(choices));

        var figures = ballot.Nominees.ToDictionary(nominee => nominee.Member, nominee => nominee.Figures);
        var tallies = choices.OfType<MemberId>()
            .GroupBy(choice => choice)
            .Select(votes => figures.ContainsKey(votes.Key) ? new Tally(votes.Key, votes.Count()) : throw new ArgumentException($"{votes.Key} is not nominated.", nameof(choices)))
            .OrderByDescending(tally => tally.Votes)
            .ThenBy(tally => tally.Member.Value, StringComparer.Ordinal)
            .ToValueList();
        var abstained = choices.Count - tallies.Sum(tally => tally.Votes);
        AwardOutcome outcome = !HasQuorum(choices.Count, ballot.Voters.Count, policy) || choices.Count == 0
            ? AwardOutcome.NoQuorum.Instance
            : tallies.Count == 0 ? AwardOutcome.AllAbstained.Instance : Winner(tallies, figures);
        return new BallotResult(ballot.Award, outcome, ballot.Voters.Count, choices.Count, abstained, tallies);
    }

    /// <summary>Who kept the agreement best: the larger share of at least five promises, then fewer broken ones. Equal people lead together.</summary>
    public static ValueList<MemberId> AgreementLeaders(IEnumerable<KeyValuePair<MemberId, NomineeFigures>> people)
    {
        var measured = people.Where(person => person.Value.Kept.Percent is not null).ToDictionary();
        return Best(measured.Keys, measured).Best.ToValueList();
    }

    /// <summary>A tie is decided by what everybody was shown. Where a share is kept back, since too few promises are behind it, it decides nothing either.</summary>
    private static AwardOutcome.Won Winner(ValueList<Tally> tallies, Dictionary<MemberId, NomineeFigures> figures)
    {
        var top = tallies.Where(tally => tally.Votes == tallies[0].Votes).Select(tally => tally.Member).ToList();
        if (top.Count == 1)
            return new AwardOutcome.Won(top.ToValueList(), DecidedBy.Votes);
        if (top.Exists(member => figures[member].Kept.Percent is null))
            return new AwardOutcome.Won(top.ToValueList(), DecidedBy.Shared);
        var (best, by) = Best(top, figures);
        return new AwardOutcome.Won(best.ToValueList(), by);
    }

    /// <summary>The rule for ties, step by step, until one is left or there are no more steps. Shares are compared as they are shown, in whole percent.</summary>
    private static (List<MemberId> Best, DecidedBy By) Best(IEnumerable<MemberId> people, Dictionary<MemberId, NomineeFigures> figures)
    {
        var left = people.OrderBy(person => person.Value, StringComparer.Ordinal).ToList();
        left = left.Where(person => left.TrueForAll(other => figures[person].Kept.Percent >= figures[other].Kept.Percent)).ToList();
        if (left.Count == 1)
            return (left, DecidedBy.AgreementKept);
        left = left.Where(person => left.TrueForAll(other => figures[person].Breaches <= figures[other].Breaches)).ToList();
        return (left, left.Count == 1 ? DecidedBy.FewerBreaches : DecidedBy.Shared);
    }
}
