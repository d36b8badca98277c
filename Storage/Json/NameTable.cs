using System.Text.Json;
using System.Text.Json.Serialization;

namespace AlignmentBot.Storage.Json;

/// <summary>The stored names of an enum's values. Written out, so that renaming a value in code changes nothing that is stored.</summary>
internal sealed class NameTable<T> : JsonConverter<T>
    where T : struct, Enum
{
    private readonly Dictionary<T, string> names;
    private readonly Dictionary<string, T> values;
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    public NameTable(params (T Value, string Name)[] table)
    {
        names = table.ToDictionary(row => row.Value, row => row.Name);
        values = table.ToDictionary(row => row.Name, row => row.Value, StringComparer.Ordinal);
        bySpan = values.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public T From(ReadOnlySpan<char> name) => bySpan.TryGetValue(name, out var value) ? value : From(name.ToString());

    public string Of(T value) => names[value];

    public T From(string name) =>
        values.TryGetValue(name, out var value) ? value : throw new InvalidDataException($"The store holds an unknown {typeof(T).Name}: {name}.");

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => From(reader.GetString() ?? "null");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Of(value));
}
