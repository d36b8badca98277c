namespace AlignmentBot.Bot.Channels.Slack.Install;

/// <summary>What the errors of <c>oauth.v2.access</c> mean. Source: docs.slack.dev/reference/methods/oauth.v2.access</summary>
public static class SlackOAuthErrors
{
    /// <summary>What the one who runs the bot has to put right, or null when it is not theirs.</summary>
    public static string? Remedy(string? error) => error switch
    {
        "invalid_client_id" => "Slack:ClientId is not right. Copy it again from the app's page, Basic Information, App Credentials.",
        "bad_client_secret" => "Slack:ClientSecret is not right. Copy it again from the app's page, Basic Information, App Credentials.",
        "bad_redirect_uri" => "The app does not know the bot's address. Add PublicUrl with /slack/oauth/callback on the app's page, OAuth & Permissions, Redirect URLs.",
        "invalid_team_for_non_distributed_app" => "The app is for its own workspace only. Turn distribution on: the app's page, Manage Distribution.",
        _ => null,
    };
}
