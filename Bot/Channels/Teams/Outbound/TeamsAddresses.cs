using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>How a conversation of the outbox is reached: by what Teams told of it, else, for a first contact, by the cloud's own address.</summary>
public sealed class TeamsAddresses(TeamsReferences references, TeamsSettings settings)
{
    /// <param name="conversation">A pod's channel or group chat, or a member's account.</param>
    /// <exception cref="ChannelRefusedException">The bot cannot speak there (any more).</exception>
    public async ValueTask<TeamsAddress> Of(string conversation, CancellationToken ct)
    {
        if (await references.Place(conversation, ct) is { } place)
            return place.EndedBecause is { } code ? throw new ChannelRefusedException(code) : OfPlace(place);
        if (await references.Person(conversation, ct) is { } person)
            return new TeamsAddress.Chat(person);
        if (settings.TenantId is not { } tenant)
            throw new ChannelRefusedException(TeamsEndings.NoReference);
        var service = settings.Cloud.FirstService.AbsoluteUri;
        return conversation.StartsWith("19:", StringComparison.Ordinal)
            ? OfPlace(new TeamsPlace(conversation, KindOf(conversation), service, tenant, null, null, null, null))
            : new TeamsAddress.Chat(new TeamsPerson(conversation, tenant, conversation, service, null, null, null));
    }

    private static TeamsAddress OfPlace(TeamsPlace place)
    {
        var target = new TeamsTarget(place.ServiceUrl, place.Tenant, place.Conversation);
        return place.Kind == TeamsPlaceKind.Channel ? new TeamsAddress.Channel(target) : new TeamsAddress.Group(target);
    }

    /// <summary>Source: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages</summary>
    private static TeamsPlaceKind KindOf(string conversation) =>
        conversation.EndsWith("@thread.v2", StringComparison.OrdinalIgnoreCase) ? TeamsPlaceKind.GroupChat : TeamsPlaceKind.Channel;
}

/// <summary>What kind of conversation it is, which decides how one speaks there.</summary>
public abstract record TeamsAddress
{
    private TeamsAddress()
    {
    }

    /// <summary>A channel: each message starts a thread, and answers go into it.</summary>
    public sealed record Channel(TeamsTarget Target) : TeamsAddress;

    /// <summary>A group chat, which has no threads.</summary>
    public sealed record Group(TeamsTarget Target) : TeamsAddress;

    /// <summary>A chat with one person, to be started where it is not known yet.</summary>
    public sealed record Chat(TeamsPerson With) : TeamsAddress;
}
