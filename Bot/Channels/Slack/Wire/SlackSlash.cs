namespace AlignmentBot.Bot.Channels.Slack.Wire;

/// <summary>A slash command; only what we read. Source: docs.slack.dev/interactivity/implementing-slash-commands</summary>
public sealed record SlackSlash(string? Command, string? Text, string? UserId, string? ChannelId, string? TriggerId, string? ResponseUrl)
{
    public string? TeamId { get; init; }

    public string? EnterpriseId { get; init; }

    /// <summary><c>true</c> or <c>false</c>: a form knows only text.</summary>
    public string? IsEnterpriseInstall { get; init; }
}
