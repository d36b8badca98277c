using System.Text.Json;

namespace AlignmentBot.Bot.Channels.Slack.Wire;

/// <summary>A frame of Socket Mode. Source: docs.slack.dev/apis/events-api/using-socket-mode</summary>
/// <param name="Type"><c>hello</c>, <c>events_api</c>, <c>interactive</c>, <c>slash_commands</c> or <c>disconnect</c>.</param>
/// <param name="Reason">Of a disconnect: <c>warning</c>, <c>refresh_requested</c>, <c>link_disabled</c>, <c>too_many_websockets</c>.</param>
public sealed record SlackEnvelope(string? Type, string? EnvelopeId, bool AcceptsResponsePayload, string? Reason, JsonElement Payload);
