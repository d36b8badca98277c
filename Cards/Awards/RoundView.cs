using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Cards.Awards;

/// <summary>Everything that cards about a round show. A vote is not among it.</summary>
/// <param name="Voted">Who has voted.</param>
/// <param name="Kudos">The thank-yous that stand beside nominees, as far as they may still be shown, by id.</param>
public sealed record RoundView(Round Round, Pod Pod, Roster Roster, IReadOnlyCollection<MemberId> Voted, IReadOnlyDictionary<string, Kudos> Kudos, Instant Now)
{
    /// <summary>Of a voter's private card: the nominees as they stand on it; empty when nobody votes any more.</summary>
    public ValueList<Nominee> InOrder { get; init; } = [];

    /// <summary>Of an announcement: where each award's certificate is.</summary>
    public ValueList<Certificate> Certificates { get; init; } = [];

    /// <summary>Of an announcement: the votes of an open vote, by voter; null abstained.</summary>
    public ValueList<OpenVote> OpenVotes { get; init; } = [];

    /// <summary>Of an announcement and the hall of fame: the pod's rounds, newest first.</summary>
    public ValueList<Round> Rounds { get; init; } = [];

    public int VotedOn(Ballot ballot) => ballot.Voters.Count(Voted.Contains);
}

/// <param name="Path">At the bot's own address.</param>
/// <param name="Address">Where anybody can fetch it, or null when the bot has no address that others reach.</param>
public sealed record Certificate(Award Award, string Path, Uri? Address);

public sealed record OpenVote(Award Award, MemberId Voter, MemberId? Choice);
