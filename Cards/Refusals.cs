using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Cards;

/// <summary>Says no: courteous, exact, and with what to do next.</summary>
public static class Refusals
{
    /// <param name="view">The lead in question, or null when it is not known.</param>
    public static string Sentence(Refusal refusal, LeadView? view, Reader reader) => LeadWords.UpperFirst(Words(refusal, view, reader));

    private static string Words(Refusal refusal, LeadView? view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        string Name(MemberId id) => view?.Roster.NameOf(id, reader) ?? texts["card.somebody"];
        string When(NodaTime.Instant at) => PlainText.Of(at, view?.Now ?? at, reader);

        return refusal switch
        {
            Refusal.NotOnRoster => texts["refusal.not_on_roster"],
            Refusal.WrongSide r => texts[r.Needed switch
            {
                Side.Sales => "refusal.sales_only",
                Side.Marketing => "refusal.marketing_only",
            }],
            Refusal.PodLeadsOnly => texts["refusal.pod_leads_only"],
            Refusal.Reserved r => texts["refusal.reserved", Name(r.For)],
            Refusal.NotOwner r => texts["refusal.not_owner", Name(r.Owner)],
            Refusal.AlreadyAccepted r when r.By == reader.Member?.Id => texts["refusal.already_yours", When(r.At)],
            Refusal.AlreadyAccepted r => texts["refusal.already_accepted", Name(r.By), When(r.At)],
            Refusal.AlreadyRejected r when view?.Lead.State is LeadState.Rejected s =>
                texts["refusal.already_rejected_why", Name(r.By), When(r.At), LeadWords.Reason(s.Rejection.Reason, texts)],
            Refusal.AlreadyRejected r => texts["refusal.already_rejected", Name(r.By), When(r.At)],
            Refusal.StillIncomplete r => texts["refusal.still_incomplete", LeadWords.Fields(r.Missing, texts)],
            Refusal.NotAcceptedYet => texts["refusal.not_accepted_yet"],
            Refusal.TooFarAlong when view is not null => texts["refusal.too_far_along", LeadWords.State(view.Lead.State, texts)],
            Refusal.TooFarAlong => texts["refusal.too_far"],
            Refusal.NotRejected => texts["refusal.not_rejected"],
            Refusal.NothingToUndo => texts["refusal.nothing_to_undo"],
            Refusal.UndoNotYours r => texts["refusal.undo_not_yours", Name(r.By)],
            Refusal.UndoTooLate => texts["refusal.undo_too_late", (int)Pod.UndoWindow.TotalMinutes],
            Refusal.NotARep r => texts["refusal.not_a_rep", Name(r.Member)],
            Refusal.AlreadyWith r => texts["refusal.already_with", Name(r.Member)],
            Refusal.ImpossibleMoment r => texts["refusal.impossible_moment",
                PlainText.Of(r.At, reader.Zone, reader.Language), PlainText.Of(r.Earliest, reader.Zone, reader.Language), PlainText.Of(r.Latest, reader.Zone, reader.Language)],
            Refusal.OpenElsewhere r => texts["refusal.open_elsewhere", r.Other.Value],
            Refusal.NoClockRuns => texts["sla.refusal.no_clock"],
            Refusal.SnoozedAlready r => texts["sla.refusal.snoozed", Name(r.By), When(r.Until)],
            Refusal.AlreadyExists => texts["refusal.already_exists"],
            Refusal.NoSuchLead => texts["refusal.no_such_lead"],
            _ => throw new NotSupportedException($"No sentence for {refusal.GetType().Name}."),
        };
    }
}
