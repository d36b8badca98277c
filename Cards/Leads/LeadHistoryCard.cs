using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Cards.Leads;

/// <summary>A lead and its story: who did what, when, by which door.</summary>
public static class LeadHistoryCard
{
    /// <summary>How many steps are shown; the newest win.</summary>
    public const int Limit = 20;

    private const int QuoteLength = 160;

    /// <param name="events">Oldest first.</param>
    public static Card Draw(LeadView view, IReadOnlyList<LeadEvent> events, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var blocks = new List<Block>(LeadCard.Body(view, reader)) { Block.Divider.Instance };
        if (events.Count > Limit)
            blocks.Add(new Block.Note([new Run.Plain(texts.Count("card.history.earlier", events.Count - Limit))]));
        blocks.Add(new Block.Bullets(events.Skip(events.Count - Limit).Select(happened => Step(view, happened, reader, texts)).ToValueList()));
        blocks.Add(new Block.Buttons(LeadButtons.Of(view, texts).Where(button => button.Action != ActionIds.History).ToValueList()));
        return new Card(LeadCard.Summary(view, reader), LeadStatus.ToneOf(view.Lead.State), blocks.ToValueList());
    }

    private static ValueList<Run> Step(LeadView view, LeadEvent happened, Reader reader, Texts texts)
    {
        var runs = new List<Run> { new Run.Moment(happened.At, reader.Zone), new Run.Plain(" · ") };
        runs.AddRange(LeadSentences.Of(view, happened, reader));
        if (LeadWords.OneLine(LeadSentences.Quoted(happened.Fact), QuoteLength) is { } words)
            runs.AddRange([new Run.Plain(" "), .. texts.Runs("card.quote", new Run.Plain(words))]);
        runs.Add(new Run.Plain(" · " + LeadWords.Door(happened.Door, texts)));
        return runs.ToValueList();
    }
}
