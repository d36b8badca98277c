using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Leads;

/// <summary>The answer to <c>/mql help</c>: what can be typed, and what it does.</summary>
public static class HelpCard
{
    /// <param name="commands">What is typed, and the key of the sentence that says what it does.</param>
    public static Card Draw(IReadOnlyList<(string Usage, string TextKey)> commands, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var lines = commands
            .Select(ValueList<Run> (command) => texts.Runs("card.help.line", new Run.Strong(command.Usage), new Run.Plain(texts[command.TextKey])))
            .ToValueList();
        return new Card(texts["card.help.summary"], Tone.Neutral, [
            new Block.Heading(texts["card.help.heading"]),
            new Block.Paragraph(texts.Runs("card.help.intro")),
            new Block.Bullets(lines),
        ]);
    }
}
