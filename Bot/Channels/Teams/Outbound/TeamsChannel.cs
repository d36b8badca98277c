using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>Microsoft Teams as a channel: cards in a channel's threads, in group chats and in personal chats.</summary>
public sealed class TeamsChannel(TeamsSending sending, TeamsSettings settings, TeamsAddresses addresses, TeamsDrawings drawings) : IChannel
{
    public Door Door => Door.Teams;

    public ChannelPace Pace { get; } = new(settings.MessageGap, DigestFrom: 5, DigestSize: 10);

    public string? ConversationOf(Pod pod) => pod.TeamsChannel;

    /// <summary>The directory object id: the chat with somebody is found by it, or started.</summary>
    public string? ConversationOf(Member member) => member.TeamsUser;

    public async Task<string> Post(Posting posting, CancellationToken ct)
    {
        var drawn = await drawings.Of(posting, ct);
        var id = await addresses.Of(posting.Conversation, ct) switch
        {
            TeamsAddress.Channel channel when posting.ThreadOf is { } top => await sending.Reply(channel.Target, ThreadOf(top), posting.Effect, drawn, ct),
            TeamsAddress.Channel channel => await sending.Start(channel.Target, posting.Effect, drawn, ct),
            TeamsAddress.Group group => await sending.Reply(group.Target, group.Target.Conversation, posting.Effect, drawn, ct),
            TeamsAddress.Chat chat => await sending.Tell(chat.With, posting.Effect, drawn, ct),
            var other => throw new NotSupportedException($"No way to post into {other.GetType().Name}."),
        };
        return id.ToString();
    }

    public async Task Update(string message, Posting posting, CancellationToken ct)
    {
        var target = await addresses.Of(posting.Conversation, ct) switch
        {
            TeamsAddress.Channel channel => channel.Target,
            TeamsAddress.Group group => group.Target,
            TeamsAddress.Chat { With: var person } => new TeamsTarget(person.ServiceUrl, person.Tenant, string.Empty),
            var other => throw new NotSupportedException($"No way to update in {other.GetType().Name}."),
        };
        await sending.Redraw(target, TeamsMessageId.Parse(message), await drawings.Of(posting, ct), ct);
    }

    /// <summary>Teams has no key by which a message could be found again.</summary>
    /// <returns>Always null.</returns>
    public Task<string?> Find(Posting posting, CancellationToken ct)
    {
        sending.ClaimedBefore(posting.Effect);
        return Task.FromResult<string?>(null);
    }

    private static string ThreadOf(string top) => TeamsMessageId.Parse(top).ThreadIn(TeamsPlaceKind.Channel);
}
