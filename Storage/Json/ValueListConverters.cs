using System.Text.Json;
using System.Text.Json.Serialization;
using AlignmentBot.Domain;

namespace AlignmentBot.Storage.Json;

/// <summary>Writes value lists as arrays.</summary>
internal sealed class ValueListConverters : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()), options)!;

    private sealed class Converter<T>(JsonSerializerOptions options) : JsonConverter<ValueList<T>>
    {
        private readonly JsonConverter<T> items = (JsonConverter<T>)options.GetConverter(typeof(T));

        public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
                throw new JsonException("A list is an array.");

            var list = new List<T>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                list.Add(items.Read(ref reader, typeof(T), options) ?? throw new JsonException("A list holds no nulls."));
            return list.Count == 0 ? ValueList<T>.Empty : list.ToValueList();
        }

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            for (var i = 0; i < value.Count; i++)
                items.Write(writer, value[i], options);
            writer.WriteEndArray();
        }
    }
}
