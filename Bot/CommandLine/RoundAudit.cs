using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.CommandLine;

/// <summary>A round counted again from its sealed votes, held against what was published and what the history keeps.</summary>
public sealed record RoundAudit(ValueList<AuditedBallot> Ballots, ValueList<string> Differences)
{
    public static RoundAudit Of(
        Round round, ValueList<BallotResult> published, IReadOnlyList<SealedBallot> seals, IReadOnlyCollection<MemberId> voted, IReadOnlyList<RoundEvent> history)
    {
        var ballots = round.Ballots
            .Select(ballot => new AuditedBallot(published.FirstOrDefault(result => result.Award == ballot.Award), Recount(round, ballot, seals, out var fault), fault))
            .ToValueList();
        var differences = ballots.SelectMany(Differ)
            .Concat(round.Ballots.SelectMany(ballot => Turnout(ballot, seals, voted)))
            .Concat(History(published, history));
        return new RoundAudit(ballots, differences.ToValueList());
    }

    /// <summary>Votes that cannot be counted, such as for somebody who was not nominated, are a difference and are left out.</summary>
    private static BallotResult Recount(Round round, Ballot ballot, IReadOnlyList<SealedBallot> seals, out string? fault)
    {
        var votes = seals.Where(seal => seal.Award == ballot.Award).Select(seal => seal.Choice).ToList();
        var known = ballot.Nominees.Select(nominee => nominee.Member).ToHashSet();
        var fine = votes.Where(choice => choice is null || known.Contains(choice.Value)).Take(ballot.Voters.Count).ToList();
        fault = fine.Count == votes.Count ? null : $"{votes.Count - fine.Count} sealed votes for the {ballot.Award} cannot be counted.";
        return Counting.Count(ballot, fine, round.Policy);
    }

    private static IEnumerable<string> Differ(AuditedBallot ballot)
    {
        if (ballot.Fault is { } fault)
            yield return fault;
        if (ballot.Published != ballot.Recount)
            yield return $"published for the {ballot.Recount.Award}: {Short(ballot.Published)}; recounted: {Short(ballot.Recount)}.";
    }

    private static IEnumerable<string> Turnout(Ballot ballot, IReadOnlyList<SealedBallot> seals, IReadOnlyCollection<MemberId> voted)
    {
        var (sealedVotes, voters) = (seals.Count(seal => seal.Award == ballot.Award), ballot.Voters.Count(voted.Contains));
        if (sealedVotes != voters)
            yield return $"{voters} people voted for the {ballot.Award}, and {sealedVotes} votes are sealed.";
    }

    private static IEnumerable<string> History(ValueList<BallotResult> published, IReadOnlyList<RoundEvent> history)
    {
        if (history.Select(happened => happened.Fact).OfType<RoundFact.Counted>().LastOrDefault() is not { } counted || !counted.Results.Equals(published))
            yield return "the history keeps another count than was published.";
    }

    private static string Short(BallotResult? result) => result is null
        ? "nothing"
        : $"{result.Cast} votes, {string.Join(", ", result.Tallies.Select(tally => $"{tally.Member} {tally.Votes}"))}, winners {string.Join(" and ", result.Winners)}";
}

/// <param name="Fault">What could not be counted, or null.</param>
public sealed record AuditedBallot(BallotResult? Published, BallotResult Recount, string? Fault);
