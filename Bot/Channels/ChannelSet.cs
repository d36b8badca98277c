using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Channels;

/// <summary>The channels that are on.</summary>
public sealed class ChannelSet(IEnumerable<IChannel> channels)
{
    private readonly IChannel[] channels = channels.OrderBy(channel => channel.Door).ToArray();

    public IReadOnlyList<IChannel> All => channels;

    public IChannel? Find(Door door) => Array.Find(channels, channel => channel.Door == door);

    /// <summary>Every conversation in which the pod's cards stand.</summary>
    public IEnumerable<(Door Door, string Conversation)> Of(Pod pod) => channels
        .Select(channel => (channel.Door, Conversation: channel.ConversationOf(pod)))
        .Where(place => place.Conversation is not null)!;

    /// <summary>The one place where a member is told things in private, or null when there is none.</summary>
    public (Door Door, string Conversation)? Of(Member member) => channels
        .Select(channel => ((Door Door, string Conversation)?)(channel.ConversationOf(member) is { } found ? (channel.Door, found) : null))
        .FirstOrDefault(place => place is not null);
}
