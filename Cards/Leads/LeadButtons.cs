using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Cards.Leads;

/// <summary>Which buttons a lead has in each state, the likeliest first; never more than five, also in the view that all share.</summary>
public static class LeadButtons
{
    private static readonly Audience Marketing = new Audience.OfSide(Side.Marketing);

    public static ValueList<Button> Of(LeadView view, Texts texts)
    {
        var make = new Maker(view.Lead, texts);
        return view.Lead.State switch
        {
            LeadState.Incomplete => [make.Primary(ActionIds.RepairForm, "button.supply", Marketing), make.Reassign(), make.History()],
            LeadState.Offered s => [.. Decide(s, make), make.Reassign(), make.History()],
            LeadState.Accepted s => [make.Owner(ActionIds.Contacted, "button.contacted", s.Owned, ButtonStyle.Primary), make.Lose(s.Owned), GiveBack(view, s, make), make.Reassign(), make.History()],
            LeadState.Contacted s => [make.Owner(ActionIds.Qualified, "button.qualified", s.Owned, ButtonStyle.Primary), make.Lose(s.Owned), make.Release(s.Owned), make.Reassign(), make.History()],
            LeadState.Qualified s => [make.Owner(ActionIds.OpportunityForm, "button.opportunity", s.Owned, ButtonStyle.Primary), make.Lose(s.Owned), make.Reassign(), make.History()],
            LeadState.Opportunity s => [make.Owner(ActionIds.WinForm, "button.win", s.Owned, ButtonStyle.Primary), make.Lose(s.Owned), make.Owner(ActionIds.OpportunityForm, "button.amount", s.Owned), make.Reassign(), make.History()],
            LeadState.Rejected s => Rejected(view, s, make),
            LeadState.Won or LeadState.Lost or LeadState.Recycled => [make.History()],
            _ => throw new NotSupportedException($"No buttons for {view.Lead.State.GetType().Name}."),
        };
    }

    /// <summary>At most three, for lists: what brings the lead on, and the way to its card.</summary>
    public static ValueList<Button> Short(LeadView view, Texts texts)
    {
        var make = new Maker(view.Lead, texts);
        return view.Lead.State switch
        {
            LeadState.Offered s => [.. Decide(s, make), make.History()],
            LeadState.Won or LeadState.Lost or LeadState.Recycled => [make.History()],
            _ => [Of(view, texts)[0], make.History()],
        };
    }

    private static ValueList<Button> Decide(LeadState.Offered offered, Maker make)
    {
        Audience reps = offered.ReservedFor is { } rep ? new Audience.One(rep, Side.Sales) : new Audience.OfSide(Side.Sales);
        return [make.Primary(ActionIds.Accept, "button.accept", reps), make.Button(ActionIds.RejectForm, "button.reject", reps, ButtonStyle.Danger)];
    }

    /// <summary>Within the window a decision is taken back without a reason; afterwards the lead is released with one.</summary>
    private static Button GiveBack(LeadView view, LeadState.Accepted accepted, Maker make) =>
        accepted.Undo is not null && view.Now - accepted.Owned.AcceptedAt <= Pod.UndoWindow
            ? make.Button(ActionIds.Undo, "button.undo", new Audience.One(accepted.Owned.Owner))
            : make.Release(accepted.Owned);

    private static ValueList<Button> Rejected(LeadView view, LeadState.Rejected rejected, Maker make)
    {
        var likeliest = rejected.Rejection.Reason.Family switch
        {
            RejectionFamily.Procedural => ActionIds.ReOffer,
            RejectionFamily.Clerical => ActionIds.RepairForm,
            RejectionFamily.Definitional => ActionIds.Recycle,
        };
        var answers = new (string Action, string Key, Audience Audience)[]
        {
            (ActionIds.ReOffer, "button.reoffer", new Audience.OfSide(Side.Marketing, OrPodLead: true)),
            (ActionIds.RepairForm, "button.correct", Marketing),
            (ActionIds.Recycle, "button.recycle", new Audience.OfSide(Side.Marketing, OrPodLead: true)),
        };
        var buttons = answers
            .OrderByDescending(answer => answer.Action == likeliest)
            .Select(answer => make.Button(answer.Action, answer.Key, answer.Audience, answer.Action == likeliest ? ButtonStyle.Primary : ButtonStyle.Plain));
        var noted = rejected.Answered is null ? [make.Button(ActionIds.Noted, "sla.button.noted", Marketing)] : ValueList<Button>.Empty;
        // There is room for five: while the decision can be taken back, the history waits.
        return rejected.Undo is not null && view.Now - rejected.At <= Pod.UndoWindow
            ? [.. buttons, .. noted, make.Button(ActionIds.Undo, "button.undo", new Audience.One(rejected.By))]
            : [.. buttons, .. noted, make.History()];
    }

    private sealed class Maker(Lead lead, Texts texts)
    {
        private readonly string title = LeadWords.Title(lead, texts);

        public Button Button(string action, string key, Audience audience, ButtonStyle style = ButtonStyle.Plain)
        {
            var label = texts[key];
            return new Button(action, label, lead.Id.Value, style, audience, texts["button.spoken", label, title]);
        }

        public Button Primary(string action, string key, Audience audience) => Button(action, key, audience, ButtonStyle.Primary);

        public Button Owner(string action, string key, Ownership owned, ButtonStyle style = ButtonStyle.Plain) =>
            Button(action, key, new Audience.One(owned.Owner, Side.Sales), style);

        public Button Lose(Ownership owned) => Owner(ActionIds.LoseForm, "button.lose", owned);

        public Button Release(Ownership owned) => Owner(ActionIds.ReleaseForm, "button.release", owned);

        public Button Reassign() => Button(ActionIds.ReassignForm, "button.reassign", Audience.PodLeads.Instance);

        public Button History() => Button(ActionIds.History, "button.history", Audience.Everyone.Instance);
    }
}
