using AlignmentBot.Bot.Channels.Teams.Outbound;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Channels.Teams.Directory;

/// <summary>What Teams knows of people and channels. It knows people as members of a conversation only, and no groups of people.</summary>
public sealed class TeamsWorkplace(ConnectorRest rest, TeamsConnector connector, TeamsReferences references, GraphTeams graph, TeamsSettings settings) : IWorkplace
{
    private const int LongestName = 80;
    private const string General = "General";

    public Door Door => Door.Teams;

    public async Task<Colleague?> Person(string account, string? conversation, CancellationToken ct)
    {
        var known = await references.Person(account, ct);
        if (await RosterOf(known, conversation, ct) is not { } roster)
            return null;
        var answer = await TeamsPatience.Ask(() => rest.Member(roster.Target, known?.UserId ?? account, ct), ct);
        if (IsUnknown(answer.Error))
            return null;
        var member = connector.Checked("member", answer);
        var person = new TeamsPerson(account, roster.Target.Tenant, member.Id ?? account, roster.Target.ServiceUrl, null, null, null);
        if (member.Id is not null)
            await references.Keep(person, ct);
        return new Colleague(account, NameOf(member, account), StandingOf(member, roster.Target.Tenant), await Runs(roster.Place, account, ct))
        {
            Email = member.Email ?? member.UserPrincipalName,
            TimeZone = known?.TimeZone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? zone : null,
            Language = known?.Language,
        };
    }

    /// <summary>Teams has no groups that a bot could ask for: people are picked one by one.</summary>
    public Task<ValueList<Option>?> Groups(string conversation, CancellationToken ct) => Task.FromResult<ValueList<Option>?>(null);

    /// <inheritdoc cref="Groups"/>
    public Task<ValueList<string>?> PeopleOf(string conversation, string group, CancellationToken ct) => Task.FromResult<ValueList<string>?>(null);

    public async Task<Room?> Room(string conversation, CancellationToken ct)
    {
        if (await references.Place(conversation, ct) is not { EndedBecause: null } place)
            return null;
        var target = new TeamsTarget(place.ServiceUrl, place.Tenant, place.Conversation);
        if (place.Team is not { } team)
            return new Room(place.Conversation, IsChannel: place.Kind != TeamsPlaceKind.Personal, BotIsIn: true);
        var told = await TeamsPatience.Ask(() => rest.Team(target, team, ct), ct);
        if (IsUnknown(told.Error))
            return null;
        var channels = connector.Checked("channels", await TeamsPatience.Ask(() => rest.Channels(target, team, ct), ct));
        var channel = channels.Conversations?.FirstOrDefault(known => known.Id == place.Conversation);
        return new Room($"#{connector.Checked("team", told).Name} / {channel?.Name ?? General}", IsChannel: true, BotIsIn: true);
    }

    /// <summary>Source: learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams</summary>
    public async Task<string?> LinkTo(string message, CancellationToken ct)
    {
        var id = TeamsMessageId.Parse(message);
        if (await references.Place(id.Conversation, ct) is not { } place)
            return null;
        var start = $"{settings.Cloud.Client}l/message/{Uri.EscapeDataString(place.Conversation)}/{Uri.EscapeDataString(id.Activity)}";
        if (place.Kind != TeamsPlaceKind.Channel)
            return start + "?context=" + Uri.EscapeDataString("""{"contextType":"chat"}""");
        var top = TeamsMessageId.TopOf(id.Conversation)?.Activity ?? id.Activity;
        var group = place.Group is null ? string.Empty : "&groupId=" + Uri.EscapeDataString(place.Group);
        return $"{start}?tenantId={Uri.EscapeDataString(place.Tenant)}{group}&parentMessageId={Uri.EscapeDataString(top)}";
    }

    /// <summary>Where somebody is asked about: the conversation, else their own chat with the bot.</summary>
    private async Task<(TeamsTarget Target, TeamsPlace? Place)?> RosterOf(TeamsPerson? known, string? conversation, CancellationToken ct)
    {
        if (conversation is not null && await references.Place(conversation, ct) is { EndedBecause: null } place)
            return (new TeamsTarget(place.ServiceUrl, place.Tenant, place.Conversation), place);
        return known is { Chat: { } chat } ? (new TeamsTarget(known.ServiceUrl, known.Tenant, chat), null) : null;
    }

    /// <summary>The owners of a team run it; where they cannot be told, and in chats, the one who brought the app does.</summary>
    private async Task<bool> Runs(TeamsPlace? place, string account, CancellationToken ct) =>
        place is not null && (await graph.Owns(place, account, ct) ?? place.InstalledBy == account);

    private static bool IsUnknown(ConnectorError? error) => error is { Fault: ConnectorFault.Refused } and not { Code: ConnectorErrors.NotAllowed };

    private static string NameOf(ConnectorMember member, string account)
    {
        var name = string.IsNullOrWhiteSpace(member.Name) ? account : member.Name.Trim();
        return name.Length <= LongestName ? name : Cards.TextCut.To(name, LongestName);
    }

    private static Standing StandingOf(ConnectorMember member, string tenant) =>
        string.Equals(member.UserRole, "anonymous", StringComparison.OrdinalIgnoreCase) || (member.TenantId is { } own && own != tenant) ? Standing.Outsider : Standing.Member;
}
