using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Domain.Leads;

/// <summary>Why something did not happen. Every refusal becomes a sentence that says what to do next.</summary>
public abstract record Refusal
{
    private Refusal()
    {
    }

    /// <summary>The person is not on this pod's roster.</summary>
    public sealed record NotOnRoster : Refusal;

    /// <summary>Only the other side (<paramref name="Needed"/>) does this.</summary>
    public sealed record WrongSide(Side Needed) : Refusal;

    /// <summary>Only team leads do this.</summary>
    public sealed record PodLeadsOnly : Refusal;

    /// <summary>The lead is reserved for another rep.</summary>
    public sealed record Reserved(MemberId For) : Refusal;

    /// <summary>Somebody else works this lead.</summary>
    public sealed record NotOwner(MemberId Owner) : Refusal;

    /// <summary>Somebody was faster.</summary>
    public sealed record AlreadyAccepted(MemberId By, Instant At) : Refusal;

    public sealed record AlreadyRejected(MemberId By, Instant At) : Refusal;

    /// <summary>The lead waits for information from marketing before anybody can decide.</summary>
    public sealed record StillIncomplete(ValueList<string> Missing) : Refusal;

    /// <summary>Nobody has accepted the lead yet.</summary>
    public sealed record NotAcceptedYet : Refusal;

    /// <summary>The lead has ended, or gone further than this step.</summary>
    public sealed record TooFarAlong : Refusal;

    /// <summary>Only a rejected lead can be re-offered or recycled.</summary>
    public sealed record NotRejected : Refusal;

    /// <summary>Nothing is left to take back.</summary>
    public sealed record NothingToUndo : Refusal;

    public sealed record UndoNotYours(MemberId By) : Refusal;

    public sealed record UndoTooLate : Refusal;

    /// <summary>The chosen colleague is not an active rep of this pod.</summary>
    public sealed record NotARep(MemberId Member) : Refusal;

    /// <summary>The lead is with that rep already.</summary>
    public sealed record AlreadyWith(MemberId Member) : Refusal;

    /// <summary>The named moment lies in the future, or before the step that must come first (<paramref name="Earliest"/>).</summary>
    public sealed record ImpossibleMoment(Instant At, Instant Earliest, Instant Latest) : Refusal;

    /// <summary>Nobody waits for this promise any more.</summary>
    public sealed record NoClockRuns : Refusal;

    /// <summary>Somebody has asked for longer already; that is granted once.</summary>
    public sealed record SnoozedAlready(MemberId By, Instant Until) : Refusal;

    /// <summary>A lead with this id exists.</summary>
    public sealed record AlreadyExists : Refusal;

    /// <summary>Another open lead of the pod has the mail address that this one would get.</summary>
    public sealed record OpenElsewhere(LeadId Other) : Refusal;

    /// <summary>There is no lead with this id.</summary>
    public sealed record NoSuchLead : Refusal;
}
