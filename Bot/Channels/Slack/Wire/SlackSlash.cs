namespace AlignmentBot.Bot.Channels.Slack.Wire;

/// <summary>A slash command; only what we read. Source: docs.slack.dev/interactivity/implementing-slash-commands</summary>
public sealed record SlackSlash(string? Command, string? Text, string? UserId, string? ChannelId, string? TriggerId, string? ResponseUrl);
