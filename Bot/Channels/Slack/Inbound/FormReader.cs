using System.Text;

namespace AlignmentBot.Bot.Channels.Slack.Inbound;

/// <summary>Reads a URL-encoded form, decoding each value where it stands: nothing is copied.</summary>
public ref struct FormReader(Memory<byte> form)
{
    private Memory<byte> rest = form;

    public string Name { get; private set; } = string.Empty;

    /// <summary>The decoded value; valid as long as the form's memory.</summary>
    public Memory<byte> Value { get; private set; }

    public readonly string Text => Encoding.UTF8.GetString(Value.Span);

    public bool Next()
    {
        if (rest.IsEmpty)
            return false;
        var cut = rest.Span.IndexOf((byte)'&');
        var pair = cut < 0 ? rest : rest[..cut];
        rest = cut < 0 ? default : rest[(cut + 1)..];

        var equals = pair.Span.IndexOf((byte)'=');
        var name = equals < 0 ? pair : pair[..equals];
        var value = equals < 0 ? default : pair[(equals + 1)..];
        Name = Encoding.UTF8.GetString(name.Span[..Decode(name.Span)]);
        Value = value[..Decode(value.Span)];
        return true;
    }

    /// <summary>Turns <c>+</c> and <c>%41</c> into what they stand for, in place. A broken escape stays as it is.</summary>
    /// <returns>The decoded length.</returns>
    private static int Decode(Span<byte> text)
    {
        var to = text.IndexOfAny((byte)'%', (byte)'+');
        if (to < 0)
            return text.Length;
        var from = to;
        while (from < text.Length)
        {
            var current = text[from];
            if (current == '%' && from + 2 < text.Length && Hex(text[from + 1]) is var high and >= 0 && Hex(text[from + 2]) is var low and >= 0)
            {
                text[to++] = (byte)((high << 4) | low);
                from += 3;
            }
            else
            {
                text[to++] = current == '+' ? (byte)' ' : current;
                from++;
            }
        }

        return to;
    }

    private static int Hex(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        _ => -1,
    };
}
