using AlignmentBot.Bot.Channels.Slack.Wire;

namespace AlignmentBot.Bot.Channels.Slack.Outbound;

/// <summary>What Slack's error codes mean for what we do next. Source: docs.slack.dev/apis/web-api and the page of each method</summary>
public static class SlackErrors
{
    /// <summary>How long to wait for a person to put right what only they can.</summary>
    private static readonly TimeSpan ForAnAdmin = TimeSpan.FromMinutes(1);

    /// <summary>True for errors that pass by themselves.</summary>
    public static bool IsPassing(string? error) => error is "ratelimited" or "rate_limited" or "message_limit_exceeded" or "service_unavailable"
        or "internal_error" or "fatal_error" or "request_timeout" or "accesslimited" or "team_added_to_org";

    /// <summary>What an admin has to do so that the same call works, or null when nothing helps.</summary>
    public static string? Remedy(SlackResponse answer) => answer.Error switch
    {
        "missing_scope" => $"Add the scope {answer.Needed ?? "that the method needs"} on the app's page, OAuth & Permissions, Bot Token Scopes, and reinstall the app.",
        "not_in_channel" => "Invite the bot to the channel: /invite and its name.",
        "invalid_auth" or "not_authed" or "token_expired" => "Slack:BotToken is not valid. Copy it again from the app's page, OAuth & Permissions, and restart the bot.",
        "messages_tab_disabled" => "Turn the Messages tab on: the app's page, App Home.",
        "no_permission" or "restricted_action" => "The workspace's settings do not let the bot post there. Ask a workspace admin.",
        _ => null,
    };

    /// <summary>The exception for a call that was turned down.</summary>
    public static Exception Of(string method, SlackResponse answer) => Remedy(answer) is { } remedy
        ? new ChannelUnavailableException($"{method}: {answer.Error}. {remedy}", ForAnAdmin)
        : new ChannelRefusedException(answer.Error ?? "unknown_error");
}
