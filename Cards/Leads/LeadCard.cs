using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Cards.Leads;

/// <summary>The card of a lead in the pod's channel: who, where it stands, why it counts, and what can be done now.</summary>
public static class LeadCard
{
    private const int Reasons = 3;
    private const int NoteLength = 400;

    public static Card Draw(LeadView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return new Card(Summary(view, reader), LeadStatus.ToneOf(view), [
            .. Body(view, reader),
            new Block.Buttons(LeadButtons.Of(view, texts)),
        ]);
    }

    /// <summary>Everything but the buttons.</summary>
    internal static IEnumerable<Block> Body(LeadView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var lead = view.Lead;
        yield return new Block.Heading(LeadWords.Title(lead, texts));
        if (Position(lead.Brief, texts) is { Count: > 0 } position)
            yield return new Block.Paragraph(position);
        yield return LeadStatus.Draw(view, reader);
        if (Quote(lead.State, texts) is { } quote)
            yield return quote;
        if (lead.State.Open)
        {
            foreach (var block in Why(lead.Brief, texts))
                yield return block;
        }

        if (LeadFacts.Draw(view, reader) is { Count: > 0 } facts)
            yield return new Block.Facts(facts);
        yield return new Block.Note(texts.Runs("card.small_print", new Run.Plain(lead.Id.Value), new Run.Moment(lead.HandedOverAt, reader.Zone)));
    }

    internal static string Summary(LeadView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return texts["card.summary", LeadWords.Title(view.Lead, texts), PlainText.Of(LeadStatus.Draw(view, reader).Runs, reader)];
    }

    private static ValueList<Run> Position(Brief brief, Texts texts)
    {
        var parts = new[]
        {
            LeadWords.Short(brief.Company.Industry),
            brief.Company.Employees is { } people ? texts.Count("card.employees", people) : null,
            LeadWords.Short(brief.Company.Country),
        };
        var company = string.Join(" · ", parts.OfType<string>());
        return (LeadWords.Short(brief.Title), company) switch
        {
            ({ } title, "") => [new Run.Strong(title)],
            ({ } title, _) => [new Run.Strong(title), new Run.Plain(" · " + company)],
            (null, "") => [],
            _ => [new Run.Plain(company)],
        };
    }

    /// <summary>What the rep wrote to the rejection, in the rep's own words.</summary>
    private static Block.Paragraph? Quote(LeadState state, Texts texts) =>
        state is LeadState.Rejected { Rejection.Note: { } note } && Cut(note) is { } words
            ? new Block.Paragraph(texts.Runs("card.quote", new Run.Plain(words)))
            : null;

    /// <summary>Why the lead counts: its score, what the person did last, and what marketing says.</summary>
    private static IEnumerable<Block> Why(Brief brief, Texts texts)
    {
        if (brief.Score is { } score)
            yield return new Block.Paragraph(texts.Runs("card.score", new Run.Strong(score.ToString(texts.Language))));
        var reasons = brief.Activities.Select(activity => LeadWords.Activity(activity, texts)).Distinct(StringComparer.Ordinal).Take(Reasons)
            .Select(ValueList<Run> (words) => [new Run.Plain(words)]).ToValueList();
        if (reasons.Count > 0)
            yield return new Block.Bullets(reasons);
        if (Cut(brief.Notes) is { } notes)
            yield return new Block.Paragraph(texts.Runs("card.notes", new Run.Plain(notes)));
    }

    private static string? Cut(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : TextCut.To(TextClean.Of(text).Trim(), NoteLength);
}
