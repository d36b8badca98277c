using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Channels.Teams;

/// <summary>Why the bot cannot speak somewhere, until it is installed there again or written to.
/// Source: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages</summary>
public static class TeamsEndings
{
    /// <summary>Teams told that the app was removed.</summary>
    public const string Uninstalled = "app_uninstalled";

    /// <summary>Teams has not told yet where the conversation is.</summary>
    public const string NoReference = "no_reference";

    public static readonly ValueList<string> Codes =
    [
        Uninstalled, NoReference, "BotNotInConversationRoster", "BotDisabledByAdmin", "ForbiddenOperationException", "ConversationBlockedByUser",
        "ConversationNotFound", "MessageWritesBlocked", "NotEnoughPermissions", "http_403",
    ];
}
