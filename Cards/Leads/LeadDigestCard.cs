using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Cards.Leads;

/// <summary>Several leads that came at once, in one message; each goes on living in its own line.</summary>
public static class LeadDigestCard
{
    /// <summary>How many leads one message shows; what is beyond is only counted.</summary>
    public const int Limit = 10;

    public static Card Draw(ValueList<LeadView> views, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var heading = texts.Count("card.digest.heading", views.Count);
        var blocks = new List<Block> { new Block.Heading(heading) };
        foreach (var view in views.Take(Limit))
            blocks.AddRange(LeadRow.Draw(view, reader));
        if (views.Count > Limit)
            blocks.Add(new Block.Note([new Run.Plain(texts.Count("card.digest.more", views.Count - Limit))]));
        var names = string.Join("; ", views.Take(Limit).Select(view => LeadWords.Title(view.Lead, texts)));
        var waiting = views.Any(view => view.Lead.State is LeadState.Offered);
        return new Card(texts["card.digest.summary", heading, names], waiting ? Tone.Waiting : Tone.Neutral, blocks.ToValueList());
    }
}
