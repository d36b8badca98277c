using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Channels.Slack.Install;

/// <summary>Why an installation ended: the codes that stand beside it and beside what is parked because of it.</summary>
public static class SlackEndings
{
    public const string Uninstalled = "app_uninstalled";
    public const string Revoked = "tokens_revoked";
    public const string Expired = "token_expired";
    public const string NotInstalled = "not_installed";
    public const string NoWorkspace = "workspace_not_named";
    public const string KeysLost = "keys_lost";

    /// <summary>A line below a card that was parked: it is owed again with its card.</summary>
    private const string Orphan = "no_message_to_reply_to";

    /// <summary>Everything that an installation, once it works again, owes again.</summary>
    public static readonly ValueList<string> Curable =
    [
        Uninstalled, Revoked, Expired, NotInstalled, NoWorkspace, KeysLost,
        "token_revoked", "account_inactive", "invalid_auth", "not_authed", "invalid_refresh_token", "invalid_grant", Orphan,
    ];

    /// <summary>What is owed again once the bot is in the channel.</summary>
    public static readonly ValueList<string> OutOfSight = ["channel_not_found", "is_archived", Orphan];

    /// <summary>True for errors of a call that say that the token will never work again. Source: docs.slack.dev/apis/web-api</summary>
    public static bool IsDead(string? error) => error is "token_revoked" or "account_inactive" or "invalid_auth" or "not_authed";

    /// <summary>True when the token is certainly worthless, so that it need not be kept. An inactive account or a wrong address list can be put right.</summary>
    public static bool IsForGood(string code) => code is Uninstalled or Revoked or "token_revoked";
}
