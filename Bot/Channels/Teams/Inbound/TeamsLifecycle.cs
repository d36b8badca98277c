using AlignmentBot.Bot.Channels.Teams.Answers;
using AlignmentBot.Bot.Channels.Teams.Wire;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>The bot and people come and go. Doing it twice changes nothing more; Teams tells much of it twice, in two kinds of activity.
/// Source: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events</summary>
public sealed partial class TeamsLifecycle(TeamsReferences references, TeamsAcquaintance acquaintance, TeamsWelcome welcome, TeamsLeaving leaving, ILogger<TeamsLifecycle> logger)
{
    private readonly RecentIds seen = new();

    public async Task Handle(TeamsActivity activity, CancellationToken ct)
    {
        if (PlaceOf(activity) is not { } place)
            return;
        switch (activity)
        {
            case { Type: "installationUpdate", Action: "add" }:
                await Begin(activity, place, ct);
                if (seen.IsNew($"{place.Conversation}:{activity.Id}"))
                    await welcome.Greet(place, activity.From, ct);
                break;
            case { Type: "installationUpdate", Action: "add-upgrade" }:
                await Begin(activity, place, ct);
                break;
            case { Type: "installationUpdate", Action: "remove" }:
                await End(place, ct);
                break;
            case { Type: "conversationUpdate" }:
                await Update(activity, place, ct);
                break;
        }
    }

    private async Task Update(TeamsActivity activity, TeamsPlace place, CancellationToken ct)
    {
        var bot = activity.Recipient?.Id;
        if (activity.MembersRemoved?.Any(member => member.Id == bot) == true)
            await End(place, ct);
        else if (activity.MembersAdded?.Any(member => member.Id == bot) == true)
            await Begin(activity, place, ct);
        foreach (var member in activity.MembersRemoved ?? [])
        {
            if (member.Id != bot && place.Kind == TeamsPlaceKind.Channel)
                await leaving.Left(member, place, wholeTeam: !IsOfChannel(activity), ct);
        }
    }

    /// <summary>The bot can speak here, and in every other channel of the team in which it could speak before.</summary>
    private async Task Begin(TeamsActivity activity, TeamsPlace place, CancellationToken ct)
    {
        Log.Installed(logger, place.Kind, place.Conversation);
        var account = activity.From?.AadObjectId ?? activity.From?.Id ?? string.Empty;
        await acquaintance.Keep(place, account, ct);
        if (place.Kind == TeamsPlaceKind.Personal && activity.From is { Id: { } user, AadObjectId: { } person })
            await acquaintance.Keep(new TeamsPerson(person, place.Tenant, user, place.ServiceUrl, place.Conversation, null, null), ct);
        foreach (var other in await Others(place, ct))
            await acquaintance.Keep(other with { EndedBecause = null, ServiceUrl = place.ServiceUrl }, account, ct);
    }

    private async Task End(TeamsPlace place, CancellationToken ct)
    {
        Log.Removed(logger, place.Kind, place.Conversation);
        foreach (var ended in (await Others(place, ct)).Append(place))
            await references.Keep(ended with { EndedBecause = TeamsEndings.Uninstalled }, ct);
    }

    private async Task<IEnumerable<TeamsPlace>> Others(TeamsPlace place, CancellationToken ct) =>
        place.Team is null ? [] : (await references.PlacesOf(place.Team, ct)).Where(other => other.Conversation != place.Conversation);

    /// <summary>Somebody left one private or shared channel of the team, not the team.</summary>
    private static bool IsOfChannel(TeamsActivity activity) =>
        activity.ChannelData?.EventType?.StartsWith("channelMember", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The conversation in which it happens: of a team the channel that was chosen or is named, else the one that bears the team's name.</summary>
    private static TeamsPlace? PlaceOf(TeamsActivity activity)
    {
        if (activity is not { Conversation.Id: { Length: > 0 } conversation, ServiceUrl: { } service } || TeamsGate.TenantOf(activity) is not { } tenant)
            return null;
        var data = activity.ChannelData;
        var team = data?.Team?.Id;
        var id = team is null ? conversation : data?.Settings?.SelectedChannel?.Id ?? data?.Channel?.Id ?? conversation;
        var kind = team is null ? TeamsOrigin.KindOf(activity.Conversation) : TeamsPlaceKind.Channel;
        var installer = activity.Type == "installationUpdate" && team is not null ? activity.From?.AadObjectId : null;
        return new TeamsPlace(TeamsMessageId.PlaceOf(id), kind, service, tenant, team, data?.Team?.AadGroupId, installer, null);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Teams told of a place where the bot may speak: {Kind} {Conversation}.")]
        public static partial void Installed(ILogger logger, TeamsPlaceKind kind, string conversation);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The bot was removed from a {Kind} of Teams: {Conversation}. What it owes there waits until it is installed again.")]
        public static partial void Removed(ILogger logger, TeamsPlaceKind kind, string conversation);
    }
}
