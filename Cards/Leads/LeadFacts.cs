using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Cards.Leads;

/// <summary>The labelled lines of a lead's card: where it comes from, who handed it over, how to reach the person.</summary>
internal static class LeadFacts
{
    private const int OwnFields = 3;

    /// <summary>The longest address that mail can carry (RFC 5321), so that a link never leads to half of one.</summary>
    private const int AddressLength = 254;

    public static ValueList<Fact> Draw(LeadView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var brief = view.Lead.Brief;
        var facts = new List<Fact>();
        Add(facts, texts["card.source"], Origin(brief));
        Add(facts, texts["card.marketer"], LeadWords.Marketer(view, reader) is { } marketer ? [marketer] : []);
        if (ShowsContact(view.Lead.State))
            Add(facts, texts["card.contact"], Contact(brief));
        foreach (var own in brief.Fields.Take(OwnFields))
            Add(facts, LeadWords.Field(BriefFields.OwnPrefix + own.Name, texts), Words(LeadWords.Short(own.Value)));
        return facts.ToValueList();
    }

    /// <summary>Whoever works the lead or repairs it needs the address; to decide on it, or once it has ended, nobody does.</summary>
    private static bool ShowsContact(LeadState state) => state.Open && state is not LeadState.Offered;

    private static void Add(List<Fact> facts, string label, ValueList<Run> runs)
    {
        if (runs.Count > 0)
            facts.Add(new Fact(label, runs));
    }

    private static ValueList<Run> Words(string? text) => string.IsNullOrEmpty(text) ? [] : [new Run.Plain(text)];

    private static ValueList<Run> Origin(Brief brief) =>
        Words(string.Join(" · ", new[] { LeadWords.Short(brief.Source), LeadWords.Short(brief.Campaign) }.OfType<string>()));

    private static ValueList<Run> Contact(Brief brief)
    {
        var mail = LeadWords.OneLine(brief.Email, AddressLength) is { } email ? Links.Mail(email) : null;
        var call = LeadWords.Short(brief.Phone) is { } phone ? Links.Phone(phone) : null;
        return (mail, call) switch
        {
            ({ } m, { } c) => [m, new Run.Plain(" · "), c],
            ({ } m, null) => [m],
            (null, { } c) => [c],
            _ => [],
        };
    }
}
