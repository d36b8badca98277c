using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>Names of conversations on the local page. They stand in the outbox and in the store, so they are never renamed.</summary>
public static class LocalConversations
{
    public static string Of(PodId pod) => $"pod/{pod}";

    public static string Of(MemberId member) => $"dm/{member}";
}
