using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using FsCheck;
using FsCheck.Fluent;

namespace AlignmentBot.Tests.Domain.Awards;

/// <summary>What holds for every electorate and every way to vote.</summary>
public sealed class CountingProperties
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20261130, 1);

    [Fact]
    public void Votes_and_abstentions_together_are_the_votes_cast() => All((ballot, choices) =>
    {
        var result = Count(ballot, choices);

        Assert.Equal(choices.Length, result.Tallies.Sum(tally => tally.Votes) + result.Abstained);
        Assert.Equal(choices.Length, result.Cast);
        Assert.Equal(ballot.Voters.Count, result.Eligible);
        Assert.All(result.Tallies, tally => Assert.Equal(choices.Count(choice => choice == tally.Member), tally.Votes));
    });

    [Fact]
    public void The_order_of_the_votes_never_matters() => All((ballot, choices) =>
    {
        var expected = Count(ballot, choices);

        Assert.Equal(expected, Count(ballot, [.. choices.Reverse()]));
        Assert.Equal(expected, Count(ballot, [.. choices.OrderBy(choice => choice?.Value, StringComparer.Ordinal)]));
        Assert.Equal(expected, Count(ballot with { Nominees = ballot.Nominees.Reverse().ToValueList() }, choices));
    });

    [Fact]
    public void A_winner_has_no_fewer_votes_than_anybody_and_is_nominated() => All((ballot, choices) =>
    {
        var result = Count(ballot, choices);

        Assert.All(result.Winners, winner => Assert.Contains(ballot.Nominees, nominee => nominee.Member == winner));
        Assert.All(result.Winners, winner => Assert.All(result.Tallies, tally => Assert.True(tally.Votes <= result.VotesFor(winner))));
        Assert.Equal(result.Outcome is AwardOutcome.Won, result.Winners.Count > 0);
    });

    [Fact]
    public void A_tie_is_broken_by_the_published_rule() => All((ballot, choices) =>
    {
        if (Count(ballot, choices) is not { Outcome: AwardOutcome.Won won } result)
            return;
        var figures = ballot.Nominees.ToDictionary(nominee => nominee.Member, nominee => nominee.Figures);
        var top = result.Tallies.Where(tally => tally.Votes == result.Tallies[0].Votes).Select(tally => tally.Member).ToList();
        var best = top.Exists(member => figures[member].Kept.Of < 5) ? top.ToHashSet() : top.Where(member => top.TrueForAll(other => !IsBetter(figures[other], figures[member]))).ToHashSet();

        Assert.Equal(best, won.Winners.ToHashSet());
        Assert.Equal(top.Count == 1, won.By == DecidedBy.Votes);
        Assert.Equal(won.Winners.Count > 1, won.By == DecidedBy.Shared);
    });

    [Fact]
    public void There_is_a_winner_exactly_when_enough_voted_and_one_did_not_abstain() => All((ballot, choices) => Assert.Equal(
        choices.Length * 2 >= ballot.Voters.Count && Array.Exists(choices, choice => choice is not null),
        Count(ballot, choices).Outcome is AwardOutcome.Won));

    /// <summary>The rule for ties, written once more in another way.</summary>
    private static bool IsBetter(NomineeFigures one, NomineeFigures other)
    {
        static double Kept(NomineeFigures figures) => Math.Floor(100.0 * figures.Kept.Part / figures.Kept.Of + 0.5);
        return Kept(one) > Kept(other) || (Kept(one) == Kept(other) && one.Breaches < other.Breaches);
    }

    private static BallotResult Count(Ballot ballot, MemberId?[] choices) => Counting.Count(ballot, choices, AwardPolicy.Default);

    private static void All(Action<Ballot, MemberId?[]> claim) =>
        Prop.ForAll(Arb.From(Elections), election => claim(election.Ballot, election.Choices)).Check(Repeatable);

    private static Gen<(Ballot Ballot, MemberId?[] Choices)> Elections =>
        from voters in Gen.Choose(1, 12)
        from nominees in Gen.Choose(1, 5)
        from promises in Gen.Choose(0, 12).ArrayOf(nominees)
        from broken in Gen.Choose(0, 3).ArrayOf(nominees)
        from turnout in Gen.Choose(0, voters)
        from votes in Gen.Choose(-1, nominees - 1).ArrayOf(turnout)
        let ballot = new Ballot(
            Award.Seller, BallotMode.Secret,
            Enumerable.Range(0, voters).Select(number => new MemberId($"v{number}")).ToValueList(),
            Enumerable.Range(0, nominees).Select(number => Nominee(number, promises[number], broken[number])).ToValueList(), 1, [])
        select (ballot, votes.Select(vote => vote < 0 ? (MemberId?)null : new MemberId($"n{vote}")).ToArray());

    private static Nominee Nominee(int number, int promises, int broken) =>
        new(new MemberId($"n{number}"), new NomineeFigures(promises, new Share(Math.Max(0, promises - broken), promises)), []);
}
