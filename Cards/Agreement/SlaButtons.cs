using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Cards.Agreement;

/// <summary>What can be done about a promise from the message about it; at most five.</summary>
internal static class SlaButtons
{
    public static ValueList<Button> Of(LeadView view, LadderSays says, ClauseClock clock, Texts texts)
    {
        var lead = LeadButtons.Of(view, texts);
        var side = Clauses.SideOf(clock.Clause);
        return says is LadderSays.Remind or LadderSays.RemindSide
            ? [.. lead.Where(IsAnswer).Take(2), .. Longer(view, clock, side, texts), Away(view, side, texts), Why(view, texts)]
            : [.. lead.Where(IsAnswer).Take(1), .. lead.Where(button => button.Action == ActionIds.ReassignForm), Why(view, texts)];
    }

    /// <summary>What brings the lead on.</summary>
    private static bool IsAnswer(Button button) => button.Action is ActionIds.Accept or ActionIds.RejectForm or ActionIds.Contacted or ActionIds.Qualified
        or ActionIds.LoseForm or ActionIds.RepairForm or ActionIds.ReOffer or ActionIds.Recycle or ActionIds.Noted;

    private static IEnumerable<Button> Longer(LeadView view, ClauseClock clock, Domain.Roster.Side side, Texts texts) =>
        clock.Snoozed is null ? [Make(ActionIds.SnoozeForm, "sla.button.longer", view.Lead.Id.Value, new Audience.OfSide(side), texts)] : [];

    private static Button Away(LeadView view, Domain.Roster.Side side, Texts texts) =>
        Make(ActionIds.AwayForm, "away.button", view.Pod.Id.Value, new Audience.OfSide(side), texts);

    private static Button Why(LeadView view, Texts texts) => Make(ActionIds.Why, "sla.button.why", view.Lead.Id.Value, Audience.Everyone.Instance, texts);

    private static Button Make(string action, string key, string value, Audience audience, Texts texts) => new(action, texts[key], value, ButtonStyle.Plain, audience);
}
