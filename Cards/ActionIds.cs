using System.Collections.Frozen;

namespace AlignmentBot.Cards;

/// <summary>Ids inside posted cards and forms. Versioned, never renamed: a card from last year must still work.</summary>
public static class ActionIds
{
    public const string Accept = "lead.accept.v1";
    public const string RejectForm = "lead.reject_form.v1";
    public const string ReleaseForm = "lead.release_form.v1";
    public const string RepairForm = "lead.repair_form.v1";
    public const string ReassignForm = "lead.reassign_form.v1";
    public const string WinForm = "lead.win_form.v1";
    public const string LoseForm = "lead.lose_form.v1";
    public const string Undo = "lead.undo.v1";
    public const string Contacted = "lead.contacted.v1";
    public const string Qualified = "lead.qualified.v1";
    public const string OpportunityForm = "lead.opportunity_form.v1";
    public const string ReOffer = "lead.reoffer.v1";
    public const string Recycle = "lead.recycle.v1";
    public const string History = "lead.history.v1";
    public const string HandOverForm = "lead.hand_over_form.v1";

    private static readonly FrozenSet<string> FormOpeners = FrozenSet.Create(
        StringComparer.Ordinal, RejectForm, ReleaseForm, RepairForm, ReassignForm, WinForm, LoseForm, OpportunityForm, HandOverForm);

    /// <summary>True when the button asks for a form: Teams opens dialogs by another kind of action than the one that changes a card.</summary>
    public static bool OpensForm(string action) => FormOpeners.Contains(action);
}

/// <summary>Ids of forms, by which their answers come back.</summary>
public static class FormIds
{
    public const string Reject = "lead.reject.v1";
    public const string Release = "lead.release.v1";
    public const string Repair = "lead.repair.v1";
    public const string Reassign = "lead.reassign.v1";
    public const string Win = "lead.win.v1";
    public const string Lose = "lead.lose.v1";
    public const string Opportunity = "lead.opportunity.v1";
    public const string HandOver = "lead.hand_over.v1";
}

/// <summary>Names of the answers within forms.</summary>
public static class FieldNames
{
    public const string Reason = "reason";
    public const string Note = "note";
    public const string Member = "member";
    public const string Amount = "amount";
    public const string Currency = "currency";
}
