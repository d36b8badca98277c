using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Domain.Awards;

/// <summary>One month's awards of one pod. Who may vote, who is nominated and every figure are frozen at the opening.</summary>
/// <param name="DueAt">When it should have opened.</param>
/// <param name="OpenedAt">When it opened.</param>
/// <param name="Seed">Chance that orders the ballots and finds the certificate; no secret of the vote.</param>
public sealed record Round(
    RoundId Id, PodId Pod, YearMonth Month, Instant DueAt, Instant OpenedAt, AwardPolicy Policy, ValueList<Ballot> Ballots, string Seed, RoundState State)
{
    /// <summary>From this lateness on it is said that the bot opened late.</summary>
    public static readonly Duration Late = Duration.FromMinutes(15);

    public bool OpenedLate => OpenedAt - DueAt > Late;

    public Ballot? Find(Award award) => Ballots.FirstOrDefault(ballot => ballot.Award == award);

    /// <summary>The ballot on which this member votes, or null for who has no vote in this round.</summary>
    public Ballot? BallotOf(MemberId voter) => Ballots.FirstOrDefault(ballot => ballot.Voters.Contains(voter));
}

/// <summary>The vote for one award.</summary>
/// <param name="Voters">Who may vote, by id.</param>
/// <param name="Nominees">Who can be voted for, by id.</param>
/// <param name="Activity">How many leads made a nominee.</param>
/// <param name="AgreementLeaders">Who kept the agreement best, whatever the vote says; several when they are equal, none when nobody has enough behind it.</param>
public sealed record Ballot(
    Award Award, BallotMode Mode, ValueList<MemberId> Voters, ValueList<Nominee> Nominees, int Activity, ValueList<MemberId> AgreementLeaders)
{
    /// <summary>True when people vote on it.</summary>
    public bool IsVoted => Mode is BallotMode.Secret or BallotMode.Open;
}

/// <summary>Somebody who can be voted for.</summary>
/// <param name="Quotes">Ids of kudos that stand beside the figures.</param>
public sealed record Nominee(MemberId Member, NomineeFigures Figures, ValueList<string> Quotes);

/// <summary>How a ballot is voted.</summary>
public enum BallotMode
{
    Secret,

    /// <summary>Everybody sees who voted for whom, and voters know it before they vote.</summary>
    Open,

    /// <summary>Too few voters for a secret vote; an admin has not chosen yet.</summary>
    Undecided,

    /// <summary>Too few voters, and the pod chose no vote, or never chose.</summary>
    Declined,

    /// <summary>Nobody had enough leads.</summary>
    NoNominees,

    /// <summary>There is nobody who could vote.</summary>
    NoVoters,
}

/// <summary>A fact of a round with who, when and by which door. Numbers count from 1 within the round.</summary>
public sealed record RoundEvent(RoundId Round, int Number, Instant At, Author By, Door Door, RoundFact Fact);
