using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Cards.Leads;

/// <summary>The direct message to the one person who must know: the marketer whose lead was rejected, the rep who was given a lead.</summary>
public static class LeadNotice
{
    /// <returns>Null when nobody needs to be told, or only the person who did it.</returns>
    public static MemberId? To(LeadView view, LeadEvent happened)
    {
        MemberId? to = happened.Fact switch
        {
            LeadFact.Rejected => view.Roster.FindByEmail(view.Lead.Brief.Marketer)?.Id,
            LeadFact.HandedOver { Missing.Count: 0 } fact => fact.ReservedFor,
            LeadFact.Completed => (view.Lead.State as LeadState.Offered)?.ReservedFor,
            LeadFact.ReOffered fact => fact.To,
            LeadFact.Reassigned fact => fact.To,
            LeadFact.PassedOn fact => fact.To,
            LeadFact.Covered fact => fact.By,
            _ => null,
        };
        var active = to is { } id && view.Roster.Find(id) is { Active: true };
        return active && happened.By != new Author.Member(to!.Value) ? to : null;
    }

    /// <summary>Whether it is still worth saying, when it was not said at once: the lead is still there where this brought it, nothing newer
    /// tells the same person, and they have not acted on the lead themselves.</summary>
    /// <param name="later">What has happened to the lead since.</param>
    public static bool IsNews(LeadView view, LeadEvent happened, IEnumerable<LeadEvent> later)
    {
        if (To(view, happened) is not { } to)
            return false;
        var stands = happened.Fact is LeadFact.Rejected ? view.Lead.State is LeadState.Rejected : LeadDecider.WithWhom(view.Lead) == to;
        return stands && !later.Any(next => next.By == new Author.Member(to) || To(view, next) == to);
    }

    /// <returns>Null when <see cref="To"/> names nobody.</returns>
    public static Card? Draw(LeadView view, LeadEvent happened, Reader reader)
    {
        if (To(view, happened) is null)
            return null;
        return happened.Fact is LeadFact.Rejected rejected
            ? Rejected(view, rejected, happened, reader)
            : Given(view, happened, reader);
    }

    private static Card Rejected(LeadView view, LeadFact.Rejected fact, LeadEvent happened, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var sentence = texts.Runs(
            "notice.rejected",
            LeadWords.Author(happened.By, view, reader),
            new Run.Strong(LeadWords.Title(view.Lead, texts)),
            new Run.Strong(LeadWords.Reason(fact.Rejection.Reason, texts)));
        var blocks = new List<Block> { new Block.Paragraph(sentence) };
        if (LeadLine.Quote(fact, texts) is { } quote)
            blocks.Add(quote);
        blocks.Add(view.Lead.State is LeadState.Rejected
            ? new Block.Paragraph(texts.Runs(NextStep(fact.Rejection.Reason.Family)))
            : LeadStatus.Draw(view, reader));
        blocks.Add(new Block.Buttons(LeadButtons.Of(view, texts)));
        return new Card(PlainText.Of(sentence, reader), Tone.Bad, blocks.ToValueList());
    }

    /// <summary>To a rep: who gave it, then the whole card.</summary>
    private static Card Given(LeadView view, LeadEvent happened, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var key = happened.Fact is LeadFact.Reassigned && view.Lead.Owner is not null ? "notice.given" : "notice.reserved";
        var title = new Run.Strong(LeadWords.Title(view.Lead, texts));
        var sentence = happened.Fact switch
        {
            LeadFact.PassedOn => texts.Runs("sla.notice.passed_on", title),
            LeadFact.Covered covered => texts.Runs("away.notice.covered", LeadWords.Person(covered.Away, view, reader), title),
            _ => texts.Runs(key, GiverOf(view, happened, reader), title),
        };
        return new Card(PlainText.Of(sentence, reader), LeadStatus.ToneOf(view), [
            new Block.Paragraph(sentence),
            .. LeadCard.Body(view, reader),
            new Block.Buttons(LeadButtons.Of(view, texts)),
        ]);
    }

    private static string NextStep(RejectionFamily family) => family switch
    {
        RejectionFamily.Procedural => "notice.next.procedural",
        RejectionFamily.Clerical => "notice.next.clerical",
        RejectionFamily.Definitional => "notice.next.definitional",
    };

    /// <summary>Behind a system that hands over stands a marketer; people thank people.</summary>
    private static Run GiverOf(LeadView view, LeadEvent happened, Reader reader) =>
        (happened.By is Author.Crm ? LeadWords.Marketer(view, reader) : null) ?? LeadWords.Author(happened.By, view, reader);
}
