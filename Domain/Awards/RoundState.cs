using NodaTime;

namespace AlignmentBot.Domain.Awards;

/// <summary>Where a round is in its life. Before it opens it is a due date and no more.</summary>
public abstract record RoundState
{
    private RoundState()
    {
    }

    /// <summary>People vote.</summary>
    /// <param name="ExtendedByHand">How often people lengthened it.</param>
    /// <param name="ExtendedForQuorum">It was lengthened because too few had voted; that happens once.</param>
    public sealed record Open(Instant ClosesAt, int ExtendedByHand, bool ExtendedForQuorum) : RoundState;

    /// <summary>Nobody votes for now.</summary>
    /// <param name="Before">What it goes back to; the close moves by the working days of the pause.</param>
    public sealed record Paused(Open Before, Instant Since, MemberId By, string Reason) : RoundState;

    /// <summary>Counted and sealed; nobody is told before the announcement.</summary>
    public sealed record Closed(Instant At, Instant AnnounceAt, ValueList<BallotResult> Results) : RoundState;

    public sealed record Announced(Instant ClosedAt, Instant At, ValueList<BallotResult> Results) : RoundState;

    /// <summary>Ended without a count. <paramref name="By"/>: null when the bot ended it, because it did not run in time or lost the key.</summary>
    public sealed record Cancelled(Instant At, MemberId? By, string Reason) : RoundState;
}
