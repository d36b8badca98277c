using NodaTime;

namespace AlignmentBot.Domain.Leads;

/// <summary>Where a lead is in its life. Each state carries the facts without which it could not have been reached.</summary>
public abstract record LeadState
{
    private LeadState()
    {
    }

    /// <summary>True until the lead has ended (won, lost or recycled): the same person coming again is joined onto it.</summary>
    public virtual bool Open => true;

    /// <summary>Required information is missing; marketing supplies it.</summary>
    public sealed record Incomplete(ValueList<string> Missing, MemberId? ReservedFor) : LeadState;

    /// <summary>Waits for a rep. When reserved, only that rep (or a sales pod lead) decides.</summary>
    public sealed record Offered(Instant Since, MemberId? ReservedFor) : LeadState;

    /// <summary>A rep took it. <paramref name="Undo"/> is there until somebody acts on the lead; the same person coming in again is nobody's act.</summary>
    public sealed record Accepted(Ownership Owned, UndoPoint? Undo) : LeadState;

    public sealed record Contacted(Ownership Owned, Instant At) : LeadState;

    public sealed record Qualified(Ownership Owned, Instant ContactedAt, Instant At) : LeadState;

    public sealed record Opportunity(Ownership Owned, Instant ContactedAt, Instant QualifiedAt, Instant At, Money? Amount) : LeadState;

    public sealed record Won(Ownership Owned, Instant ContactedAt, Instant QualifiedAt, Instant OpportunityAt, Instant At, Money? Amount) : LeadState
    {
        public override bool Open => false;
    }

    public sealed record Lost(Ownership Owned, Instant At, string Reason) : LeadState
    {
        public override bool Open => false;
    }

    /// <summary>Turned down by <paramref name="By"/>. <paramref name="Answered"/>: when marketing first replied.</summary>
    public sealed record Rejected(MemberId By, Instant At, Rejection Rejection, Instant? Answered, UndoPoint? Undo) : LeadState;

    /// <summary>Back to nurture.</summary>
    public sealed record Recycled(Instant At, Rejection Rejection, string? Note) : LeadState
    {
        public override bool Open => false;
    }
}

/// <summary>Who works a lead, and when sales accepted it. A new owner inherits that moment, as the clock of first contact does.</summary>
public sealed record Ownership(MemberId Owner, Instant AcceptedAt);

/// <summary>What a decision can be taken back to: the offer and every clock exactly as they were.</summary>
public sealed record UndoPoint(LeadState.Offered Before, ValueList<ClauseClock> Clocks);
