using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Cards.Leads;

/// <summary>What happened, as one sentence: who did what. Lines in threads and histories say it alike.</summary>
internal static class LeadSentences
{
    private static readonly Duration Noticeable = Duration.FromMinutes(1);

    public static ValueList<Run> Of(LeadView view, LeadEvent happened, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var runs = Sentence(view, happened, reader, texts);
        return MomentOf(happened.Fact) is { } at && happened.At - at > Noticeable
            ? [.. runs, new Run.Plain(" "), .. texts.Runs("line.dated", new Run.Moment(at, reader.Zone))]
            : runs;
    }

    /// <summary>The words that a person added to it, or null.</summary>
    public static string? Quoted(LeadFact fact) => fact switch
    {
        LeadFact.Rejected rejected => rejected.Rejection.Note,
        LeadFact.Released released => released.Reason,
        LeadFact.Recycled recycled => recycled.Note,
        LeadFact.Lost lost => lost.Reason,
        LeadFact.Snoozed snoozed => snoozed.Reason,
        _ => null,
    };

    private static ValueList<Run> Sentence(LeadView view, LeadEvent happened, Reader reader, Texts texts)
    {
        var who = LeadWords.Author(happened.By, view, reader);
        Run To(MemberId id) => LeadWords.Person(id, view, reader);

        return happened.Fact switch
        {
            LeadFact.HandedOver { Missing.Count: > 0 } f => texts.Runs("line.handed_over_incomplete", who, new Run.Plain(LeadWords.Fields(f.Missing, texts))),
            LeadFact.HandedOver { ReservedFor: { } rep } => texts.Runs("line.handed_over_to", who, To(rep)),
            LeadFact.HandedOver => texts.Runs("line.handed_over", who),
            LeadFact.HandedOverAgain => texts.Runs("line.handed_over_again", who),
            LeadFact.Repaired f => texts.Runs("line.repaired", who, new Run.Plain(LeadWords.Fields(f.Fields.Select(field => field.Name), texts))),
            LeadFact.Completed => texts.Runs("line.completed"),
            LeadFact.Accepted => texts.Runs("line.accepted", who),
            LeadFact.Rejected f => texts.Runs("line.rejected", who, new Run.Strong(LeadWords.Reason(f.Rejection.Reason, texts))),
            LeadFact.Released => texts.Runs("line.released", who),
            LeadFact.ReOffered { To: { } rep } => texts.Runs("line.reoffered_to", who, To(rep)),
            LeadFact.ReOffered => texts.Runs("line.reoffered", who),
            LeadFact.Recycled => texts.Runs("line.recycled", who),
            LeadFact.Reassigned f => texts.Runs("line.reassigned", who, To(f.To)),
            LeadFact.PassedOn { From: { } rep } f => texts.Runs("sla.line.passed_on_from", To(rep), To(f.To)),
            LeadFact.PassedOn f => texts.Runs("sla.line.passed_on", To(f.To)),
            LeadFact.Snoozed f => texts.Runs("sla.line.snoozed", who, new Run.Moment(f.Until, reader.Zone)),
            LeadFact.RejectionNoted => texts.Runs("sla.line.noted", who),
            LeadFact.Covered { By: { } rep } f => texts.Runs("away.line.covered", To(f.Away), To(rep)),
            LeadFact.Covered f => texts.Runs("away.line.open", To(f.Away)),
            LeadFact.Freed f => texts.Runs("line.freed", who, To(f.From)),
            LeadFact.DecisionUndone => texts.Runs("line.undone", who),
            LeadFact.Contacted => texts.Runs("line.contacted", who),
            LeadFact.Qualified => texts.Runs("line.qualified", who),
            LeadFact.OpportunityOpened { Amount: { } amount } => texts.Runs("line.opportunity_amount", who, Strong(amount, texts)),
            LeadFact.OpportunityOpened => texts.Runs("line.opportunity", who),
            LeadFact.Won { Amount: { } amount } => texts.Runs("line.won_amount", who, Strong(amount, texts)),
            LeadFact.Won => texts.Runs("line.won", who),
            LeadFact.Lost => texts.Runs("line.lost", who),
            LeadFact.Commented { Link: { } link } => texts.Runs("line.added", who, Links.Web(link, texts["line.added_link"])),
            LeadFact.Commented { AnswersRejection: true } => texts.Runs("line.answered", who),
            LeadFact.Commented => texts.Runs("line.commented", who),
            _ => throw new NotSupportedException($"No sentence for {happened.Fact.GetType().Name}."),
        };
    }

    private static Run.Strong Strong(Money amount, Texts texts) => new(LeadWords.Money(amount, texts));

    /// <summary>When it happened out there, for what is reported later.</summary>
    private static Instant? MomentOf(LeadFact fact) => fact switch
    {
        LeadFact.Contacted f => f.At,
        LeadFact.Qualified f => f.At,
        LeadFact.OpportunityOpened f => f.At,
        LeadFact.Won f => f.At,
        LeadFact.Lost f => f.At,
        _ => null,
    };
}
