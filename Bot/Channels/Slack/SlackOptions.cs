namespace AlignmentBot.Bot.Channels.Slack;

/// <summary>Section <c>Slack</c>. The channel is on as soon as one key of the section is set.</summary>
public sealed class SlackOptions
{
    /// <summary>Signs what Slack posts to <c>/slack/events</c>: Basic Information, App Credentials. Not needed with an app token.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>The bot's token, <c>xoxb-...</c>: OAuth and Permissions. For one workspace; not with a client id.</summary>
    public string? BotToken { get; set; }

    /// <summary>App-level token with <c>connections:write</c>, <c>xapp-...</c>: turns Socket Mode on.</summary>
    public string? AppToken { get; set; }

    /// <summary>For several workspaces, which install the app at <c>/slack/install</c>: Basic Information, App Credentials. Needs <c>PublicUrl</c>.</summary>
    public string? ClientId { get; set; }

    /// <summary>The secret that belongs to <see cref="ClientId"/>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>How long before its end a rotating token is renewed: 1 minute to 6 hours. Default: 2 hours, of the 12 that a token lives.</summary>
    public TimeSpan RenewBefore { get; set; } = TimeSpan.FromHours(2);

    /// <summary>Where the Web API is. Default: <c>https://slack.com/api/</c>. Plain http is taken for this machine only.</summary>
    public string ApiBaseUrl { get; set; } = SlackSettings.DefaultApi;

    /// <summary>The least time between two messages of one conversation: 0 to 60 s. Default: 1 s, Slack's own limit.</summary>
    public TimeSpan MessageGap { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one call of the Web API may take, body included: 1 to 60 s. Default: 10 s.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
