using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace AlignmentBot.Cards.Rendering;

/// <summary>Writes HTML in which every word and every attribute is encoded.</summary>
internal sealed class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new(2048);

    /// <summary>Opens an element. Attributes with null are left out; those with an empty text stand alone, such as <c>required</c>.</summary>
    public HtmlText Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        html.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is null)
                continue;
            html.Append(' ').Append(name);
            if (value.Length > 0)
                html.Append("=\"").Append(Encoder.Encode(TextClean.Of(value))).Append('"');
        }

        html.Append('>');
        return this;
    }

    public HtmlText Close(string element)
    {
        html.Append("</").Append(element).Append('>');
        return this;
    }

    public HtmlText Words(string text)
    {
        html.Append(Encoder.Encode(TextClean.Of(text)).Replace("&#xA;", "\n", StringComparison.Ordinal));
        return this;
    }

    public HtmlText Line()
    {
        html.Append('\n');
        return this;
    }

    public override string ToString() => html.ToString();

    public void CopyTo(IBufferWriter<byte> output)
    {
        foreach (var chunk in html.GetChunks())
            Encoding.UTF8.GetBytes(chunk.Span, output);
    }
}
