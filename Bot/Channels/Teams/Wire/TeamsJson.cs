using System.Text.Json.Serialization;

namespace AlignmentBot.Bot.Channels.Teams.Wire;

/// <summary>Readers for the wire shapes, made at build time: what is not named in a shape is skipped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TeamsActivity))]
[JsonSerializable(typeof(TeamsActionValue))]
[JsonSerializable(typeof(TeamsDialogValue))]
[JsonSerializable(typeof(TeamsQueryValue))]
[JsonSerializable(typeof(TeamsSearchValue))]
public sealed partial class TeamsJson : JsonSerializerContext;
