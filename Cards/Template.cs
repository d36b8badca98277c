using System.Globalization;
using System.Text;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Cards;

/// <summary>A sentence with places such as <c>{0}</c>, read once.</summary>
internal sealed class Template
{
    private readonly ValueList<Part> parts;

    private Template(string source, ValueList<Part> parts) => (Source, this.parts) = (source, parts);

    public string Source { get; }

    public static Template Parse(string sentence)
    {
        var source = CommandWord.Mark(sentence);
        var read = new List<Part>();
        var start = 0;
        while (source.IndexOf('{', start) is var open and >= 0)
        {
            var close = source.IndexOf('}', open);
            if (close < 0 || !int.TryParse(source.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var place))
                throw new FormatException($"The sentence '{source}' has a brace that is not a place such as {{0}}.");
            if (open > start)
                read.Add(new Part(source[start..open], -1));
            read.Add(new Part(string.Empty, place));
            start = close + 1;
        }

        if (start < source.Length)
            read.Add(new Part(source[start..], -1));
        return new Template(source, read.ToValueList());
    }

    public string Fill(object[] values, CultureInfo language)
    {
        var filled = new StringBuilder(Source.Length + 32);
        foreach (var part in parts)
        {
            if (part.Place < 0)
                filled.Append(part.Words);
            else
                filled.Append(values[part.Place] is IFormattable value ? value.ToString(null, language) : values[part.Place].ToString());
        }

        return filled.ToString();
    }

    public ValueList<Run> Runs(Run[] places) =>
        parts.Select(part => part.Place < 0 ? new Run.Plain(part.Words) : places[part.Place]).ToValueList();

    /// <summary>Words, or a place when its number is 0 or more.</summary>
    private readonly record struct Part(string Words, int Place);
}
