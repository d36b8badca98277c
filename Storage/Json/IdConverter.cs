using System.Text.Json;
using System.Text.Json.Serialization;

namespace AlignmentBot.Storage.Json;

/// <summary>Writes an id as the plain text it wraps.</summary>
internal sealed class IdConverter<T>(Func<T, string> text, Func<string, T> id) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        id(reader.GetString() ?? throw new JsonException($"A {typeof(T).Name} is text."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(text(value));
}
