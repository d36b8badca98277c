namespace AlignmentBot.Domain.Awards;

/// <summary>What a ballot came to.</summary>
/// <param name="Eligible">How many could vote.</param>
/// <param name="Cast">How many did, abstentions included.</param>
/// <param name="Tallies">Votes of everybody who got one, most first. The announcement names the winner's alone.</param>
public sealed record BallotResult(Award Award, AwardOutcome Outcome, int Eligible, int Cast, int Abstained, ValueList<Tally> Tallies)
{
    public ValueList<MemberId> Winners => Outcome is AwardOutcome.Won won ? won.Winners : [];

    public int VotesFor(MemberId member) => Tallies.FirstOrDefault(tally => tally.Member == member)?.Votes ?? 0;
}

public sealed record Tally(MemberId Member, int Votes);

/// <summary>How a ballot ended.</summary>
public abstract record AwardOutcome
{
    private AwardOutcome()
    {
    }

    /// <param name="Winners">By id; more than one shares the award.</param>
    public sealed record Won(ValueList<MemberId> Winners, DecidedBy By) : AwardOutcome;

    /// <summary>Too few voted, also after the longer time.</summary>
    public sealed record NoQuorum : AwardOutcome
    {
        public static readonly NoQuorum Instance = new();
    }

    /// <summary>Enough voted, and all of them abstained.</summary>
    public sealed record AllAbstained : AwardOutcome
    {
        public static readonly AllAbstained Instance = new();
    }

    /// <summary>There was no vote.</summary>
    public sealed record NoVote(BallotMode Why) : AwardOutcome;
}

/// <summary>What made a winner.</summary>
public enum DecidedBy
{
    Votes,

    /// <summary>Equal votes, and the agreement was kept better.</summary>
    AgreementKept,

    /// <summary>Equal votes and equally kept, and fewer promises were broken.</summary>
    FewerBreaches,

    /// <summary>Equal in all of it, or with too few promises to compare: the award is shared.</summary>
    Shared,
}
