using AlignmentBot.Bot.Channels.Slack.Wire;

namespace AlignmentBot.Bot.Channels.Slack.Install;

/// <summary>What a code or a refresh token buys. Source: docs.slack.dev/reference/methods/oauth.v2.access</summary>
/// <param name="AccessToken">The bot's token.</param>
/// <param name="RefreshToken">Buys the next pair, once; null where the app's tokens do not rotate.</param>
/// <param name="ExpiresIn">Seconds; null where they do not rotate.</param>
/// <param name="Scope">With commas between.</param>
/// <param name="Team">Null for an organisation-wide installation.</param>
public sealed record SlackGrant(
    bool Ok,
    string? Error,
    string? Needed,
    SlackResponseMetadata? ResponseMetadata,
    string? AccessToken,
    string? RefreshToken,
    long? ExpiresIn,
    string? Scope,
    string? BotUserId,
    SlackGrantPlace? Team,
    SlackGrantPlace? Enterprise,
    bool IsEnterpriseInstall,
    SlackActor? AuthedUser) : SlackResponse(Ok, Error, Needed, ResponseMetadata)
{
    public override string ToString() => $"SlackGrant {{ Ok = {Ok}, Error = {Error}, Team = {Team?.Id} }}";
}

/// <summary>A workspace or an organisation.</summary>
public sealed record SlackGrantPlace(string? Id, string? Name);
