using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Handlers.Setup;

/// <summary>Where pods and members keep what ties them to a platform.</summary>
internal static class DoorBinding
{
    public static Pod BoundTo(this Pod pod, Door door, string conversation) => door switch
    {
        Door.Slack => pod with { SlackChannel = conversation },
        Door.Teams => pod with { TeamsChannel = conversation },
        Door.Local or Door.Api or Door.Timer => throw new NotSupportedException($"No pod is bound to {door}."),
    };

    public static string? ConversationAt(this Pod pod, Door door) => door switch
    {
        Door.Slack => pod.SlackChannel,
        Door.Teams => pod.TeamsChannel,
        Door.Local or Door.Api or Door.Timer => null,
    };

    public static string? AccountAt(this Member member, Door door) => door switch
    {
        Door.Slack => member.SlackUser,
        Door.Teams => member.TeamsUser,
        Door.Local or Door.Api or Door.Timer => null,
    };

    public static Member LinkedTo(this Member member, Door door, string account) => door switch
    {
        Door.Slack => member with { SlackUser = account },
        Door.Teams => member with { TeamsUser = account },
        Door.Local or Door.Api or Door.Timer => throw new NotSupportedException($"No member is linked to {door}."),
    };
}
