using NodaTime;

namespace AlignmentBot.Domain.Leads;

/// <summary>What has happened to a lead. Facts are kept for ever and are never changed: new needs get new facts.</summary>
public abstract record LeadFact
{
    private LeadFact()
    {
    }

    /// <summary>What was measured when the fact started or stopped a clock; null where it did neither, and where nothing is agreed.</summary>
    public ClockMeasure? Measured { get; init; }

    public sealed record HandedOver(PodId Pod, int AgreementVersion, Brief Brief, ValueList<string> Missing, MemberId? ReservedFor) : LeadFact;

    public sealed record HandedOverAgain(Brief Brief) : LeadFact;

    public sealed record Repaired(ValueList<NamedValue> Fields) : LeadFact;

    /// <summary>Nothing required is missing any more.</summary>
    public sealed record Completed : LeadFact;

    public sealed record Accepted(MemberId By) : LeadFact;

    public sealed record Rejected(MemberId By, Rejection Rejection) : LeadFact;

    public sealed record Released(string Reason) : LeadFact;

    public sealed record ReOffered(MemberId? To) : LeadFact;

    public sealed record Recycled(string? Note) : LeadFact;

    /// <summary>Who had the lead is away. <paramref name="By"/>: who has it now; null for every rep.</summary>
    public sealed record Covered(MemberId Away, MemberId? By) : LeadFact;

    public sealed record Reassigned(MemberId To) : LeadFact;

    /// <summary>The lead is no longer meant for this rep alone.</summary>
    public sealed record Freed(MemberId From) : LeadFact;

    public sealed record DecisionUndone : LeadFact;

    /// <summary>Who owes a promise needs longer; reminders wait until then, the clock does not.</summary>
    public sealed record Snoozed(MemberId By, Clause Clause, Instant Until, string Reason) : LeadFact;

    /// <summary>It is the next rep's turn, because this clause was not kept; null where nobody had the lead.</summary>
    public sealed record PassedOn(MemberId? From, MemberId To, Clause Clause) : LeadFact;

    /// <summary>Marketing has taken note of the rejection, without a word.</summary>
    public sealed record RejectionNoted : LeadFact;

    public sealed record Contacted(Instant At) : LeadFact;

    public sealed record Qualified(Instant At) : LeadFact;

    public sealed record OpportunityOpened(Instant At, Money? Amount) : LeadFact;

    public sealed record Won(Instant At, Money? Amount) : LeadFact;

    public sealed record Lost(Instant At, string Reason) : LeadFact;

    /// <summary>A person wrote in the thread; <paramref name="AnswersRejection"/> when marketing replied to a rejection for the first time.
    /// <paramref name="Link"/>: where a message stands that was written elsewhere and added to the lead; null in the lead's own thread.</summary>
    public sealed record Commented(string Reference, bool AnswersRejection, string? Link = null) : LeadFact;
}

/// <summary>A fact with who, when and by which door. Numbers count from 1 within the lead.</summary>
public sealed record LeadEvent(LeadId Lead, int Number, Instant At, Author By, Door Door, LeadFact Fact);
