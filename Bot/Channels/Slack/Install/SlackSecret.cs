namespace AlignmentBot.Bot.Channels.Slack.Install;

/// <summary>The tokens of one installation. A class and not a record, so that its text never shows them.</summary>
/// <param name="token">The access token, <c>xoxb-...</c> or, where it rotates, <c>xoxe.xoxb-...</c>.</param>
/// <param name="refreshToken">Buys the next pair, once; null where the token does not rotate.</param>
public sealed class SlackSecret(string token, string? refreshToken)
{
    public string Token { get; } = token;

    public string? RefreshToken { get; } = refreshToken;
}
