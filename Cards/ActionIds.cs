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

    /// <summary>Marketing has read a rejection.</summary>
    public const string Noted = "lead.noted.v1";

    /// <summary>"I need longer". Value: the lead's id.</summary>
    public const string SnoozeForm = "promise.snooze_form.v1";

    /// <summary>Explains a due date. Value: the lead's id.</summary>
    public const string Why = "promise.why.v1";

    /// <summary>Proposes to change a promise. Value: the pod's id.</summary>
    public const string ClauseForm = "promise.clause_form.v1";

    /// <summary>Signs a change of the agreement. Value: the proposal's id.</summary>
    public const string SignChange = "promise.sign.v1";

    public const string WithdrawChange = "promise.withdraw.v1";

    /// <summary>Also the global shortcut of this name. Value: the pod's id, or empty.</summary>
    public const string HandOverForm = "lead.hand_over_form.v1";

    /// <summary>The message shortcut that adds a message to a lead. Value: the platform's id of the message.</summary>
    public const string AddForm = "lead.add_form.v1";

    /// <summary>Changes a pod's set-up. Value: the pod's id.</summary>
    public const string SetupForm = "pod.setup_form.v1";

    /// <summary>Posts a test lead. Value: the pod's id.</summary>
    public const string TestLead = "pod.test_lead.v1";

    /// <summary>Asks for the reader's own view of a card. Value: the subject. Only Teams has it, and its door answers it.</summary>
    public const string View = "subject.view.v1";

    /// <summary>Runs a command that ends with a form, in a dialog. Value: the command. Only Teams has it, and its door answers it.</summary>
    public const string RunCommand = "words.run.v1";

    /// <summary>Asks again for what was not ready. Value: what for. Only Teams has it, and its door answers it.</summary>
    public const string Wait = "dialog.wait.v1";
    /// <summary>Writes down what a check-in decided. Value: the check-in's id.</summary>
    public const string DecideForm = "review.decide_form.v1";

    /// <summary>Ticks off what was decided. Value: the check-in's id.</summary>
    public const string DoneForm = "review.done_form.v1";

    /// <summary>Takes a pod's holidays. Value: the pod's id.</summary>
    public const string HolidaysForm = "pod.holidays_form.v1";
    /// <summary>Says what the figures of a card mean. Value: <c>all</c>.</summary>
    public const string StatsDefine = "figures.define.v1";

    /// <summary>Opens the ballot in a dialog. Value: the round's id.</summary>
    public const string VoteForm = "round.vote_form.v1";

    /// <summary>Opens the dialog that checks a receipt. Value: the round's id.</summary>
    public const string CheckReceiptForm = "round.check_form.v1";

    /// <summary>A side with few voters votes openly. Value: the round's id, a slash and the award.</summary>
    public const string VoteOpenly = "round.vote_openly.v1";

    /// <summary>A side with few voters does not vote. Value: as for an open vote.</summary>
    public const string NoVote = "round.no_vote.v1";

    /// <summary>Value: the thank-you's id; so for the three below.</summary>
    public const string WithdrawKudos = "thanks.withdraw.v1";

    public const string ReportKudos = "thanks.report.v1";
    public const string PutBackKudos = "thanks.put_back.v1";
    public const string RemoveKudos = "thanks.remove.v1";


    /// <summary>Somebody says that they are away. Value: the pod's id.</summary>
    public const string AwayForm = "member.away_form.v1";

    /// <summary>Somebody changes their own hours. Value: the pod's id.</summary>
    public const string HoursForm = "member.hours_form.v1";

    private static readonly FrozenSet<string> FormOpeners = FrozenSet.Create(
        StringComparer.Ordinal, RejectForm, ReleaseForm, RepairForm, ReassignForm, WinForm, LoseForm, OpportunityForm, HandOverForm, AddForm, SetupForm, HolidaysForm, AwayForm, HoursForm, SnoozeForm, ClauseForm, DecideForm, DoneForm,
        VoteForm, CheckReceiptForm);

    /// <summary>True when the button asks for a form: Teams opens dialogs by another kind of action than the one that changes a card.</summary>
    public static bool OpensForm(string action) => FormOpeners.Contains(action);

    /// <summary>True when the answer is for the one who pressed and nobody else: Teams shows that in a dialog, too.</summary>
    public static bool OpensDialog(string action) => OpensForm(action) || action is History or Why or RunCommand;
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
    public const string Add = "lead.add.v1";
    public const string Setup = "pod.setup.v1";
    public const string Holidays = "pod.holidays.v1";
    public const string Away = "member.away.v1";
    public const string Hours = "member.hours.v1";
    public const string Snooze = "promise.snooze.v1";
    public const string Clause = "promise.clause.v1";
    public const string Decide = "review.decide.v1";
    public const string Done = "review.done.v1";

    /// <summary>Value: the round's id.</summary>
    public const string Vote = "round.vote.v1";

    public const string CheckReceipt = "round.check.v1";
}

/// <summary>Names of the answers within forms.</summary>
public static class FieldNames
{
    public const string Reason = "reason";
    public const string Note = "note";
    public const string Working = "working";
    public const string Clause = "clause";
    public const string Member = "member";
    public const string Amount = "amount";
    public const string Currency = "currency";
    public const string Pod = "pod";
    public const string Lead = "lead";
    public const string PodName = "pod_name";
    public const string TimeZone = "time_zone";
    public const string SalesGroup = "sales_group";
    public const string SalesPeople = "sales_people";
    public const string MarketingGroup = "marketing_group";
    public const string MarketingPeople = "marketing_people";
    public const string PodLeads = "pod_leads";
    public const string Days = "days";
    public const string Mode = "mode";
    public const string What = "what";
    public const string Due = "due";
    public const string Decision = "decision";
    public const string Choice = "choice";
    public const string Receipt = "receipt";
    public const string From = "from";
    public const string Until = "until";
    public const string Backup = "backup";
    public const string Tier = "tier";
    public const string Remind = "remind";
    public const string PassOn = "pass_on";
    public const string Hours = "hours";
}
