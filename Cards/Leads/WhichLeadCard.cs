using AlignmentBot.Cards.Model;

namespace AlignmentBot.Cards.Leads;

/// <summary>Asks somebody who wrote below several leads which of them they meant.</summary>
public static class WhichLeadCard
{
    /// <param name="message">The platform's id of what they wrote; at most 200 characters.</param>
    public static Card Draw(string message, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return new Card(texts["card.which.summary"], Tone.Neutral, [
            new Block.Paragraph(texts.Runs("card.which.text")),
            new Block.Buttons([new Button(ActionIds.AddForm, texts["card.which.button"], message, ButtonStyle.Plain, Audience.Everyone.Instance)]),
        ]);
    }
}
