using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace AlignmentBot.Storage.Json;

/// <summary>
/// The form of stored documents: camel case, no nulls, the member of a record family named by <c>is</c>.
/// Properties that this version does not know are passed over, so that a newer document can be read.
/// </summary>
internal static class StoreJson
{
    private const string FamilyProperty = "is";

    public static readonly JsonSerializerOptions Options = Make();

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Of<T>.Shape);

    /// <exception cref="InvalidDataException">The document is damaged.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, Of<T>.Shape) ?? throw new InvalidDataException($"The store holds an empty {typeof(T).Name}.");
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            throw new InvalidDataException($"The store holds a damaged {typeof(T).Name}.", fault);
        }
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true,
            AllowOutOfOrderMetadataProperties = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameFamilies } },
        };
        options.Converters.Add(StoredNames.Doors);
        options.Converters.Add(StoredNames.Clauses);
        options.Converters.Add(StoredNames.Families);
        options.Converters.Add(StoredNames.Sides);
        options.Converters.Add(StoredNames.WhoseHours);
        options.Converters.Add(StoredNames.StepWho);
        options.Converters.Add(StoredNames.StepHow);
        options.Converters.Add(StoredNames.StepWhat);
        options.Converters.Add(StoredNames.ProposalStates);
        options.Converters.Add(StoredNames.PackKinds);
        options.Converters.Add(new IdConverter<LeadId>(id => id.Value, value => new LeadId(value)));
        options.Converters.Add(new IdConverter<PodId>(id => id.Value, value => new PodId(value)));
        options.Converters.Add(new IdConverter<MemberId>(id => id.Value, value => new MemberId(value)));
        options.Converters.Add(StoredNames.Awards);
        options.Converters.Add(StoredNames.BallotModes);
        options.Converters.Add(StoredNames.Decisions);
        options.Converters.Add(new IdConverter<RoundId>(id => id.Value, value => new RoundId(value)));
        options.Converters.Add(new ValueListConverters());
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.MakeReadOnly();
        return options;
    }

    private static void NameFamilies(JsonTypeInfo type)
    {
        if (!StoredNames.RecordFamilies.TryGetValue(type.Type, out var names))
            return;

        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = FamilyProperty };
        foreach (var (member, name) in names)
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(member, name));
    }

    private static class Of<T>
    {
        public static readonly JsonTypeInfo<T> Shape = (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
    }
}
