namespace AlignmentBot.Bot.Channels.Teams;

/// <summary>How the bot is registered. Source: learn.microsoft.com/azure/bot-service/abs-quickstart</summary>
public enum TeamsAppType
{
    /// <summary>The bot's tokens come from its own tenant.</summary>
    SingleTenant,

    /// <summary>The bot's tokens come from the Bot Framework's tenant. Such bots cannot be made any more since July 2025; those there are work on.</summary>
    MultiTenant,

    /// <summary>The bot runs in Azure under an identity that has no secret.</summary>
    ManagedIdentity,
}
