using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Cards.Statistics;

/// <summary>What the figures mean, in words.</summary>
public static class DefineCard
{
    public static Card All(Reader reader) => Draw(FigureNames.All, reader, [new Block.Note([new Run.Plain(Texts.For(reader.Language)["stats.define.more"])])]);

    public static Card One(string name, Reader reader) => Draw([name], reader, []);

    private static Card Draw(ValueList<string> names, Reader reader, ValueList<Block> foot)
    {
        var texts = Texts.For(reader.Language);
        return new Card(texts["stats.define.heading"], Tone.Neutral, [
            new Block.Heading(texts["stats.define.heading"]),
            new Block.Paragraph([new Run.Plain(texts["stats.define.intro"])]),
            new Block.Bullets(names
                .Select(name => texts.Runs("stats.define.line", new Run.Strong(name), new Run.Plain(FigureTexts.Define(name, texts)!)))
                .ToValueList()),
            .. foot,
        ]);
    }
}
