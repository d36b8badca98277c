using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using NodaTime;

namespace AlignmentBot.Storage;

/// <summary>The monthly awards: rounds, votes and kudos. They change by <see cref="Commit"/> only.</summary>
public interface IRounds
{
    ValueTask<StoredRound?> FindRound(RoundId id, CancellationToken ct);

    /// <summary>The pod's rounds, newest month first.</summary>
    ValueTask<IReadOnlyList<StoredRound>> Rounds(PodId pod, int limit, CancellationToken ct);

    /// <summary>All events of a round, oldest first.</summary>
    ValueTask<IReadOnlyList<RoundEvent>> RoundHistory(RoundId id, CancellationToken ct);

    /// <summary>Who has voted, by id: nothing tells when, or what.</summary>
    ValueTask<IReadOnlyList<MemberId>> Voted(RoundId round, CancellationToken ct);

    /// <summary>The votes of a round that is not sealed.</summary>
    ValueTask<BallotBox> BallotBox(RoundId round, CancellationToken ct);

    ValueTask<HiddenBallot?> FindBallot(RoundId round, string voter, CancellationToken ct);

    /// <summary>True when the delivery of a vote was handled before.</summary>
    /// <param name="mark">The delivery's id, hidden.</param>
    ValueTask<bool> KnowsBallotDelivery(RoundId round, string mark, CancellationToken ct);

    /// <summary>The counted votes of a sealed round, by award and receipt.</summary>
    ValueTask<IReadOnlyList<SealedBallot>> SealedBallots(RoundId round, CancellationToken ct);

    /// <summary>Takes what was deleted out of the files on disk as far as the store can.</summary>
    /// <returns>False when somebody was reading; try again.</returns>
    ValueTask<bool> Scrub(CancellationToken ct);

    ValueTask<StoredKudos?> FindKudos(string id, CancellationToken ct);

    /// <summary>Kudos of a pod given from <paramref name="from"/> on and before <paramref name="until"/>, oldest first.</summary>
    ValueTask<IReadOnlyList<StoredKudos>> KudosOf(PodId pod, Instant from, Instant until, CancellationToken ct);

    /// <summary>How many this member gave from <paramref name="from"/> on, those taken back included.</summary>
    ValueTask<int> CountKudosGiven(MemberId giver, Instant from, CancellationToken ct);
}

public sealed record StoredRound(Round Round, long Version, int EventCount);

public sealed record StoredKudos(Kudos Kudos, long Version);

/// <summary>A vote while the round is open.</summary>
/// <param name="Voter">The voter under the round's key.</param>
/// <param name="Choice">The choice under the round's key.</param>
public sealed record HiddenBallot(Award Award, string Voter, string Choice);

/// <summary>All votes of a round.</summary>
/// <param name="Casts">How often votes were given or changed before these were read, or earlier.</param>
/// <param name="Ballots">By hidden voter.</param>
public sealed record BallotBox(long Casts, IReadOnlyList<HiddenBallot> Ballots);

/// <summary>The end of a vote.</summary>
/// <param name="Casts">Of the box from which the votes were taken. A vote that came later makes the commit stale; null takes none of them.</param>
public sealed record Sealing(long? Casts, ValueList<SealedBallot> Ballots);

/// <summary>A vote that was counted.</summary>
/// <param name="Receipt">Hash of the receipt; of an open vote <c>member/</c> and the voter's id.</param>
/// <param name="Choice">Null abstains.</param>
public sealed record SealedBallot(Award Award, string Receipt, MemberId? Choice);

/// <summary>A round with the events that brought it here.</summary>
/// <param name="ExpectedVersion">The version that was read; 0 for a round that is new. The new version is one higher.</param>
public sealed record RoundWrite(Round Round, long ExpectedVersion, ValueList<RoundEvent> Events)
{
    /// <summary>Ends the vote: the hidden votes and their deliveries go, these take their place. Null while the vote goes on.</summary>
    public Sealing? Sealing { get; init; }
}

/// <summary>A vote, or the change of one.</summary>
/// <param name="RoundVersion">The version of the round that was read: a round that has moved on takes no vote unseen.</param>
/// <param name="Mark">The delivery's id, hidden. One that was handled before changes nothing.</param>
public sealed record BallotWrite(RoundId Round, long RoundVersion, MemberId Member, HiddenBallot Ballot, string Mark);

/// <param name="ExpectedVersion">The version that was read; 0 for a new one.</param>
public sealed record KudosWrite(Kudos Kudos, long ExpectedVersion)
{
    /// <summary>Of a new one: how many its giver had given since then when it was decided. Another one meanwhile makes the commit stale.</summary>
    public (Instant Since, int Count)? Given { get; init; }
}
