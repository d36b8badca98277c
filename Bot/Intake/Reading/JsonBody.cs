using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace AlignmentBot.Bot.Intake.Reading;

/// <summary>Reads bytes as one JSON value, or says where they stop being JSON.</summary>
public static class JsonBody
{
    private const int Depth = 16;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <returns>The document, or a sentence that says what is wrong and where.</returns>
    public static (JsonDocument? Document, string? Fault) Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith(ByteOrderMark))
            bytes = bytes[ByteOrderMark.Length..];
        if (bytes.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            return (null, "There is no JSON here: the body is empty.");
        if (!Utf8.IsValid(bytes.Span))
            return (null, "This is not JSON: the bytes are not UTF-8. Send the text as UTF-8.");
        try
        {
            return (JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = Depth }), null);
        }
        catch (JsonException fault)
        {
            return (null, Sentence(fault));
        }
    }

    private static string Sentence(JsonException fault)
    {
        var end = fault.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var reason = end < 0 ? fault.Message : fault.Message[..end];
        return string.Create(CultureInfo.InvariantCulture, $"This is not JSON from line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1} on: {reason}");
    }
}
