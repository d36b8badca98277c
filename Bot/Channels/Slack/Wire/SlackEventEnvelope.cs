using System.Text.Json;

namespace AlignmentBot.Bot.Channels.Slack.Wire;

/// <summary>What the Events API sends; only what we read. Source: docs.slack.dev/apis/events-api</summary>
/// <param name="Type"><c>event_callback</c>, <c>url_verification</c> or <c>app_rate_limited</c>.</param>
/// <param name="EventId">Globally unique, and the same on every retry.</param>
/// <param name="EventTime">When it happened, in seconds since 1970.</param>
/// <param name="Authorizations">One of the installations that can see it; none where Slack names none.</param>
/// <param name="Event">The event: read only when it is of a type that we know, as others have other shapes under the same names.</param>
/// <param name="Challenge">To be given back, when the address is verified.</param>
public sealed record SlackEventEnvelope(
    string? Type,
    string? EventId,
    string? Challenge,
    string? ApiAppId,
    string? TeamId,
    string? EnterpriseId,
    long EventTime,
    SlackAuthorization[]? Authorizations,
    JsonElement Event);

/// <summary>One of the installations that can see the event.</summary>
public sealed record SlackAuthorization(string? EnterpriseId, string? TeamId, bool IsEnterpriseInstall);

/// <summary>The event itself. Source: docs.slack.dev/reference/events</summary>
/// <param name="ChannelType"><c>channel</c>, <c>group</c>, <c>mpim</c> or <c>im</c>.</param>
/// <param name="ThreadTs">The thread's first message, when it stands in a thread.</param>
/// <param name="Tab">Of <c>app_home_opened</c>: <c>home</c> or <c>messages</c>.</param>
public sealed record SlackEvent(
    string? Type,
    string? Subtype,
    string? User,
    string? BotId,
    string? Channel,
    string? ChannelType,
    string? Text,
    string? Ts,
    string? ThreadTs,
    string? Tab,
    SlackRevoked? Tokens)
{
    /// <summary>Of <c>app_home_opened</c>: the view that stands there.</summary>
    public SlackView? View { get; init; }
}

/// <summary>Users whose tokens ended.</summary>
public sealed record SlackRevoked(string[]? Bot);
