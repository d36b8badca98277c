using System.Text.Json.Serialization;
using AlignmentBot.Bot.Channels.Slack.Install;

namespace AlignmentBot.Bot.Channels.Slack.Wire;

/// <summary>Readers for the wire shapes, made at build time: what is not named in a shape is skipped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SlackPayload))]
[JsonSerializable(typeof(SlackEventEnvelope))]
[JsonSerializable(typeof(SlackEvent))]
[JsonSerializable(typeof(SlackSlash))]
[JsonSerializable(typeof(SlackEnvelope))]
[JsonSerializable(typeof(SlackResponse))]
[JsonSerializable(typeof(SlackPosted))]
[JsonSerializable(typeof(SlackOpened))]
[JsonSerializable(typeof(SlackMessages))]
[JsonSerializable(typeof(SlackIdentity))]
[JsonSerializable(typeof(SlackConnection))]
[JsonSerializable(typeof(SlackGrant))]
[JsonSerializable(typeof(SlackConversation))]
public sealed partial class SlackJson : JsonSerializerContext;
