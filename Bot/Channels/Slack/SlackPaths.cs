using AlignmentBot.Bot.Channels.Slack.Inbound;

namespace AlignmentBot.Bot.Channels.Slack;

/// <summary>The bot's own addresses that Slack and people come to.</summary>
public static class SlackPaths
{
    public const string Events = SlackEndpoint.Path;
    public const string Install = "/slack/install";
    public const string Callback = "/slack/oauth/callback";

    /// <param name="publicUrl">The bot's address, with or without a path and a slash at the end.</param>
    public static string Under(Uri publicUrl, string path) => publicUrl.AbsoluteUri.TrimEnd('/') + path;
}
