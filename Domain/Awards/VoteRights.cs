using NodaTime;

namespace AlignmentBot.Domain.Awards;

/// <summary>Whether a vote counts. Every door asks here, and nowhere else.</summary>
public static class VoteRights
{
    /// <summary>Whether the member could vote now, whatever for; null when so.</summary>
    public static RoundRefusal? Check(Round round, MemberId voter, Instant now) => round.State switch
    {
        RoundState.Paused paused => new RoundRefusal.IsPaused(paused.Reason),
        RoundState.Cancelled cancelled => new RoundRefusal.IsCancelled(cancelled.Reason),
        RoundState.Open open when now < open.ClosesAt => round.BallotOf(voter) switch
        {
            null => new RoundRefusal.NoVote(round.OpenedAt),
            { IsVoted: false } ballot => new RoundRefusal.NotVoted(ballot.Award, ballot.Mode),
            _ => null,
        },
        _ => new RoundRefusal.VotingOver(),
    };

    /// <summary>Whether this vote counts; null when so.</summary>
    /// <param name="choice">Null abstains.</param>
    public static RoundRefusal? Check(Round round, MemberId voter, MemberId? choice, Instant now)
    {
        if (Check(round, voter, now) is { } refusal)
            return refusal;
        if (choice == voter)
            return new RoundRefusal.OwnVote();
        return choice is null || round.BallotOf(voter)!.Nominees.Any(nominee => nominee.Member == choice) ? null : new RoundRefusal.NotNominated();
    }
}
