using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Cards.Leads;

/// <summary>The card of a lead in the pod's channel: who, where it stands, why it counts, and what can be done now.</summary>
public static class LeadCard
{
    private const int Reasons = 3;
    private const int OwnFields = 3;
    private const int NoteLength = 400;

    public static Card Draw(LeadView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return new Card(Summary(view, reader), LeadStatus.ToneOf(view.Lead.State), [
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
        foreach (var block in Score(lead.Brief, texts))
            yield return block;
        if (LeadFacts.Draw(view, reader) is { Count: > 0 } facts)
            yield return new Block.Facts(facts);
        if (lead.State.Open && Cut(lead.Brief.Notes) is { } notes)
            yield return new Block.Paragraph(texts.Runs("card.notes", new Run.Plain(notes)));
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

    private static IEnumerable<Block> Score(Brief brief, Texts texts)
    {
        if (brief.Score is { } score)
            yield return new Block.Paragraph(texts.Runs("card.score", new Run.Strong(score.ToString(texts.Language))));
        var reasons = brief.Activities.Select(activity => LeadWords.Activity(activity, texts)).Distinct(StringComparer.Ordinal).Take(Reasons)
            .Select(ValueList<Run> (words) => [new Run.Plain(words)]).ToValueList();
        if (reasons.Count > 0)
            yield return new Block.Bullets(reasons);
    }

    private static string? Cut(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : TextCut.To(TextClean.Of(text).Trim(), NoteLength);

    private static class LeadFacts
    {
        public static ValueList<Fact> Draw(LeadView view, Reader reader)
        {
            var texts = Texts.For(reader.Language);
            var brief = view.Lead.Brief;
            var facts = new List<Fact>();
            Add(facts, texts["card.source"], Origin(brief));
            Add(facts, texts["card.marketer"], LeadWords.Marketer(view, reader) is { } marketer ? [marketer] : []);
            if (view.Lead.State.Open)
                Add(facts, texts["card.contact"], Contact(brief));
            foreach (var own in brief.Fields.Take(OwnFields))
                Add(facts, LeadWords.Field(BriefFields.OwnPrefix + own.Name, texts), Plain(LeadWords.Short(own.Value)));
            return facts.ToValueList();
        }

        private static void Add(List<Fact> facts, string label, ValueList<Run> runs)
        {
            if (runs.Count > 0)
                facts.Add(new Fact(label, runs));
        }

        private static ValueList<Run> Plain(string? text) => text is null ? [] : [new Run.Plain(text)];

        private static ValueList<Run> Origin(Brief brief) =>
            Plain(string.Join(" · ", new[] { LeadWords.Short(brief.Source), LeadWords.Short(brief.Campaign) }.OfType<string>()) is { Length: > 0 } origin ? origin : null);

        private static ValueList<Run> Contact(Brief brief)
        {
            var runs = new List<Run>();
            if (LeadWords.Short(brief.Email) is { } email)
                runs.Add(Links.Mail(email));
            if (runs.Count > 0 && !string.IsNullOrWhiteSpace(brief.Phone))
                runs.Add(new Run.Plain(" · "));
            if (LeadWords.Short(brief.Phone) is { } phone)
                runs.Add(Links.Phone(phone));
            return runs.ToValueList();
        }
    }
}
