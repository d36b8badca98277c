using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Cards.Leads;

/// <summary>The line that a lead's thread gets when something happened.</summary>
public static class LeadLine
{
    private const int QuoteLength = Rejection.NoteLimit;

    /// <summary>False where the card, or the person's own words, say it already.</summary>
    public static bool IsDue(LeadEvent happened) => happened.Fact is not (LeadFact.HandedOver
        or LeadFact.Commented { Link: null } or LeadFact.Completed or LeadFact.Accepted or LeadFact.Contacted or LeadFact.Qualified);

    /// <param name="namesLead">True below a message that shows several leads: the line then says which one is meant.</param>
    /// <returns>Null where no line is due.</returns>
    public static Card? Draw(LeadView view, LeadEvent happened, Reader reader, bool namesLead)
    {
        if (!IsDue(happened))
            return null;

        var texts = Texts.For(reader.Language);
        var runs = LeadSentences.Of(view, happened, reader);
        if (namesLead)
            runs = [.. texts.Runs("line.about", new Run.Strong(LeadWords.Title(view.Lead, texts))), new Run.Plain(" "), .. runs];
        var blocks = new List<Block> { new Block.Paragraph(runs) };
        if (Quote(happened.Fact, texts) is { } quote)
            blocks.Add(quote);
        if (happened.Fact is LeadFact.Rejected rejected && view.Lead.State is LeadState.Rejected)
            blocks.Add(new Block.Paragraph(NextStep(view, rejected.Rejection, reader, texts)));
        return new Card(PlainText.Of(runs, reader), LeadStatus.ToneOf(view.Lead.State), blocks.ToValueList());
    }

    internal static Block.Paragraph? Quote(LeadFact fact, Texts texts) =>
        LeadSentences.Quoted(fact) is { } words && TextClean.Of(words).Trim() is { Length: > 0 } clean
            ? new Block.Paragraph(texts.Runs("card.quote", new Run.Plain(TextCut.To(clean, QuoteLength))))
            : null;

    private static ValueList<Run> NextStep(LeadView view, Rejection rejection, Reader reader, Texts texts) => texts.Runs(
        rejection.Reason.Family switch
        {
            RejectionFamily.Procedural => "line.next.procedural",
            RejectionFamily.Clerical => "line.next.clerical",
            RejectionFamily.Definitional => "line.next.definitional",
        },
        LeadWords.Marketer(view, reader, notify: true) ?? new Run.Plain(texts["card.marketing"]));
}
