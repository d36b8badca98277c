using System.Text.Json;

namespace AlignmentBot.Bot.Channels.Slack.Wire;

/// <summary>What every method of the Web API answers. Source: docs.slack.dev/apis/web-api</summary>
/// <param name="Error">A short code such as <c>channel_not_found</c>; null when ok.</param>
/// <param name="Needed">Of <c>missing_scope</c>: the scope that is missing.</param>
/// <param name="ResponseMetadata">The next page's cursor, and what was wrong with blocks.</param>
public record SlackResponse(bool Ok, string? Error, string? Needed, SlackResponseMetadata? ResponseMetadata);

public sealed record SlackResponseMetadata(string? NextCursor, string[]? Messages);

/// <summary>A message that was posted or updated: its identity is channel and ts.</summary>
public sealed record SlackPosted(bool Ok, string? Error, string? Needed, SlackResponseMetadata? ResponseMetadata, string? Channel, string? Ts)
    : SlackResponse(Ok, Error, Needed, ResponseMetadata);

/// <summary>A conversation that was opened.</summary>
public sealed record SlackOpened(bool Ok, string? Error, string? Needed, SlackResponseMetadata? ResponseMetadata, SlackPlaceId? Channel)
    : SlackResponse(Ok, Error, Needed, ResponseMetadata);

/// <summary>A page of messages, newest first in a channel, oldest first in a thread.</summary>
public sealed record SlackMessages(bool Ok, string? Error, string? Needed, SlackResponseMetadata? ResponseMetadata, SlackMessage[]? Messages)
    : SlackResponse(Ok, Error, Needed, ResponseMetadata);

public sealed record SlackMessage(string? Ts, SlackMetadata? Metadata);

/// <summary>What an app hung on its own message. The payload is an object of the app's choice. Source: docs.slack.dev/messaging/message-metadata</summary>
public sealed record SlackMetadata(string? EventType, JsonElement EventPayload);

/// <summary>Whose token it is.</summary>
public sealed record SlackIdentity(bool Ok, string? Error, string? Needed, SlackResponseMetadata? ResponseMetadata, string? Team, string? TeamId, string? UserId, string? BotId)
    : SlackResponse(Ok, Error, Needed, ResponseMetadata);

/// <summary>The address of a new socket.</summary>
public sealed record SlackConnection(bool Ok, string? Error, string? Needed, SlackResponseMetadata? ResponseMetadata, Uri? Url)
    : SlackResponse(Ok, Error, Needed, ResponseMetadata);

/// <summary>A conversation as the bot sees it.</summary>
public sealed record SlackConversation(bool Ok, string? Error, string? Needed, SlackResponseMetadata? ResponseMetadata, SlackConversationPlace? Channel)
    : SlackResponse(Ok, Error, Needed, ResponseMetadata);

/// <param name="IsMember">Whether the bot is in it.</param>
public sealed record SlackConversationPlace(string? Id, string? Name, bool IsMember, bool IsArchived);
