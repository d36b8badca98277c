using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Domain.Awards;

/// <summary>Why something about a round is refused.</summary>
public abstract record RoundRefusal
{
    private RoundRefusal()
    {
    }

    public sealed record NotOnRoster : RoundRefusal;

    /// <summary>Only admins run rounds, or team leads where there is no admin.</summary>
    public sealed record AdminsOnly : RoundRefusal;

    /// <summary>No round is open, paused or waiting at this pod.</summary>
    public sealed record NoRound : RoundRefusal;

    public sealed record ReasonMissing : RoundRefusal;

    public sealed record ReasonTooLong(int Limit) : RoundRefusal;

    /// <summary>Voting is over.</summary>
    public sealed record VotingOver : RoundRefusal;

    public sealed record IsPaused(string Reason) : RoundRefusal;

    public sealed record NotPaused : RoundRefusal;

    public sealed record IsCancelled(string Reason) : RoundRefusal;

    public sealed record ExtendedEnough(int Times) : RoundRefusal;

    /// <summary>The ballot has enough voters, or the choice was made before.</summary>
    public sealed record NothingToChoose : RoundRefusal;

    /// <summary>Not on the list of voters that was frozen at the opening.</summary>
    public sealed record NoVote(Instant OpenedAt) : RoundRefusal;

    /// <summary>Nobody votes on this award.</summary>
    public sealed record NotVoted(Award Award, BallotMode Mode) : RoundRefusal;

    public sealed record OwnVote : RoundRefusal;

    /// <summary>The person is not on this voter's ballot.</summary>
    public sealed record NotNominated : RoundRefusal;

    public sealed record NoChoice : RoundRefusal;
}
