using NodaTime;

namespace AlignmentBot.Domain.Awards;

/// <summary>What has happened to a round. Kept for ever, and never a vote: who has voted stands elsewhere, what they chose nowhere beside them.</summary>
public abstract record RoundFact
{
    private RoundFact()
    {
    }

    /// <param name="DueAt">When it should have opened.</param>
    public sealed record Opened(Instant DueAt, Instant ClosesAt, ValueList<Ballot> Ballots) : RoundFact;

    /// <summary>The bot did not run while it should have opened.</summary>
    public sealed record Missed(Instant DueAt) : RoundFact;

    /// <summary>A side with few voters got an open vote, or none.</summary>
    public sealed record ModeChosen(Award Award, BallotMode Mode) : RoundFact;

    public sealed record Paused(string Reason) : RoundFact;

    public sealed record Resumed(Instant ClosesAt) : RoundFact;

    /// <param name="Reason">Null when the quorum was missed.</param>
    public sealed record Extended(Instant ClosesAt, string? Reason) : RoundFact;

    public sealed record Cancelled(string Reason) : RoundFact;

    /// <summary>Voting ended; the ballots were sealed and the round's key destroyed.</summary>
    public sealed record Closed(Instant AnnounceAt) : RoundFact;

    public sealed record Counted(ValueList<BallotResult> Results) : RoundFact;

    public sealed record Announced : RoundFact;
}
