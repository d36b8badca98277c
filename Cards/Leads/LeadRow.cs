using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Leads;

/// <summary>A lead among several: one compact line and its likeliest buttons.</summary>
internal static class LeadRow
{
    public static IEnumerable<Block> Draw(LeadView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var details = new[]
        {
            LeadWords.Short(view.Lead.Brief.Title),
            view.Lead.Brief.Score is { } score ? texts["card.row_score", score] : null,
        };
        var runs = new List<Run> { new Run.Strong(LeadWords.Title(view.Lead, texts)) };
        foreach (var detail in details.OfType<string>())
            runs.Add(new Run.Plain(" · " + detail));
        yield return new Block.Paragraph(runs.ToValueList());
        yield return LeadStatus.Draw(view, reader);
        yield return new Block.Buttons(LeadButtons.Short(view, texts));
    }
}
