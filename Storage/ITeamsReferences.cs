namespace AlignmentBot.Storage;

/// <summary>Where conversations of Microsoft Teams are and who is who there: what has to be known to speak first.</summary>
public interface ITeamsReferences
{
    ValueTask<TeamsPlace?> FindTeamsPlace(string conversation, CancellationToken ct);

    /// <summary>Every known conversation of a team.</summary>
    ValueTask<IReadOnlyList<TeamsPlace>> TeamsPlacesOf(string team, CancellationToken ct);

    /// <summary>Adds the conversation or replaces what was known of it.</summary>
    ValueTask SaveTeamsPlace(TeamsPlace place, CancellationToken ct);

    /// <summary>Those of the accounts who are known, in no order.</summary>
    ValueTask<IReadOnlyList<TeamsPerson>> FindTeamsPeople(IReadOnlyCollection<string> accounts, CancellationToken ct);

    /// <summary>Somebody by the name that Teams gives them towards this bot.</summary>
    ValueTask<TeamsPerson?> FindTeamsPersonByUserId(string userId, CancellationToken ct);

    /// <summary>Adds the person or replaces what was known of them.</summary>
    ValueTask SaveTeamsPerson(TeamsPerson person, CancellationToken ct);
}

/// <summary>What kind of conversation it is.</summary>
public enum TeamsPlaceKind
{
    Channel,
    GroupChat,
    Personal,
}

/// <summary>A conversation of Teams.</summary>
/// <param name="Conversation">Its id, without the thread that Teams appends in channels.</param>
/// <param name="ServiceUrl">The connector that reaches it.</param>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Team">The id of the team around a channel; null in chats.</param>
/// <param name="Group">The team's object id in Microsoft Entra, where it was told.</param>
/// <param name="InstalledBy">The directory object id of the person who installed the app there, where it was told.</param>
/// <param name="EndedBecause">A short code such as <c>app_uninstalled</c>, or null while the bot can speak there.</param>
public sealed record TeamsPlace(
    string Conversation, TeamsPlaceKind Kind, string ServiceUrl, string Tenant, string? Team, string? Group, string? InstalledBy, string? EndedBecause);

/// <summary>A person of Teams. No name and no mail address: those stand on the rosters.</summary>
/// <param name="Account">The directory object id in Microsoft Entra.</param>
/// <param name="UserId">What Teams calls the person towards this bot, such as <c>29:1abc</c>.</param>
/// <param name="ServiceUrl">The connector that reaches them.</param>
/// <param name="Chat">The personal chat with the bot, once it is known.</param>
/// <param name="TimeZone">IANA time zone of the person's device, once it is known.</param>
/// <param name="Language">Such as <c>en-GB</c>, once it is known.</param>
public sealed record TeamsPerson(string Account, string Tenant, string UserId, string ServiceUrl, string? Chat, string? TimeZone, string? Language);
