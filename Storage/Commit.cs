using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Storage;

/// <summary>One durable transaction: state at its expected version, events, timers, effects, and the delivery that caused it.</summary>
public sealed record Commit
{
    /// <summary>The leads that change, each once. Usually one.</summary>
    public ValueList<LeadWrite> Leads { get; init; } = [];

    /// <summary>The incoming delivery with the answer it gets, so that the same delivery again changes nothing.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>Members who change together with the rest.</summary>
    public ValueList<Member> Members { get; init; } = [];

    public ValueList<Owed> Owed { get; init; } = [];

    public ValueList<Timer> Timers { get; init; } = [];

    /// <summary>Keys of timers that are no longer needed.</summary>
    public ValueList<string> CancelledTimers { get; init; } = [];

    /// <summary>Key of the claimed timer that this commit handles; it is gone afterwards.</summary>
    public string? FinishedTimer { get; init; }

    /// <summary>New versions of agreements. One that does not follow the latest makes the commit stale.</summary>
    public ValueList<PodAgreement> Agreements { get; init; } = [];

    /// <summary>Proposals as they are now, one revision up. One that somebody else has changed makes the commit stale.</summary>
    public ValueList<AgreementProposal> Proposals { get; init; } = [];

    /// <summary>What is to be said to people in private, in their own hours. One with a known key is not added again.</summary>
    public ValueList<Nudge> Nudges { get; init; } = [];

    /// <summary>What is now said to one person. Where some of it was said already, the commit is stale.</summary>
    public NudgeBatch? NudgeBatch { get; init; }

    /// <summary>How many leads reps have been passed by turn. Where somebody else has counted meanwhile, the commit is stale.</summary>
    public ValueList<TurnTaken> Turns { get; init; } = [];

    /// <summary>A pack, a check-in or a decision of one.</summary>
    public ReviewWrites? Review { get; init; }
    /// <summary>The rounds of awards that change, each once.</summary>
    public ValueList<RoundWrite> Rounds { get; init; } = [];

    /// <summary>A vote. It brings its own mark of the delivery, so it goes without <see cref="Delivery"/>.</summary>
    public BallotWrite? Ballot { get; init; }

    public KudosWrite? Kudos { get; init; }

    /// <summary>Words of a person that only the local channel keeps.</summary>
    public LocalMessage? LocalMessage { get; init; }

    /// <summary>Words of a person that the pod's other platform is owed.</summary>
    public CarriedWords? CarriedWords { get; init; }
}

/// <summary>A lead with the events that brought it here.</summary>
/// <param name="ExpectedVersion">The version that was read; 0 for a lead that is new. The new version is one higher.</param>
/// <param name="Events">Numbered on from the last stored one; anything else is a fault of the caller, and throws.</param>
public sealed record LeadWrite(Lead Lead, long ExpectedVersion, ValueList<LeadEvent> Events);

/// <summary>Something that came in.</summary>
/// <param name="Id">Unique within the door for as long as deliveries are kept; 1 to 300 characters.</param>
/// <param name="Fingerprint">Hash of the body, where the same id with another body is a fault; else null.</param>
/// <param name="Answer">What was answered; given again to the same delivery.</param>
public sealed record Delivery(Door Door, string Id, string? Fingerprint, string Answer, Instant At);

/// <summary>How a commit ended.</summary>
public abstract record CommitResult
{
    private CommitResult()
    {
    }

    public sealed record Done : CommitResult
    {
        public static readonly Done Instance = new();
    }

    /// <summary>Another commit was faster on one of the leads, or on the round: read again and decide again.</summary>
    public sealed record Stale : CommitResult
    {
        public static readonly Stale Instance = new();
    }

    /// <summary>The same person has another open lead at this pod already: read again and merge. Also when a change of mail address makes them the same.</summary>
    public sealed record AlreadyOpen(LeadId Lead) : CommitResult;

    /// <summary>The delivery was handled before; nothing was changed.</summary>
    public sealed record Repeated(Delivery Earlier) : CommitResult;
}
