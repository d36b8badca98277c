using System.Collections.Concurrent;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Teams;

/// <summary>What is known of conversations and people of Teams, kept at hand: everything that comes in tells it again, and it hardly ever changes.</summary>
public sealed class TeamsReferences(IStore store)
{
    private readonly ConcurrentDictionary<string, TeamsPlace> places = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TeamsPerson> people = new(StringComparer.Ordinal);

    /// <param name="conversation">With or without a thread.</param>
    public async ValueTask<TeamsPlace?> Place(string conversation, CancellationToken ct)
    {
        var id = TeamsMessageId.PlaceOf(conversation);
        if (places.TryGetValue(id, out var known))
            return known;
        return await store.FindTeamsPlace(id, ct) is { } found ? places.GetOrAdd(id, found) : null;
    }

    public ValueTask<IReadOnlyList<TeamsPlace>> PlacesOf(string team, CancellationToken ct) => store.TeamsPlacesOf(team, ct);

    public async ValueTask<TeamsPerson?> Person(string account, CancellationToken ct) =>
        people.TryGetValue(account, out var known) ? known : (await People([account], ct)).SingleOrDefault();

    /// <summary>Those of the accounts who are known.</summary>
    public async ValueTask<IReadOnlyList<TeamsPerson>> People(IReadOnlyCollection<string> accounts, CancellationToken ct)
    {
        var unread = accounts.Where(account => !people.ContainsKey(account)).ToList();
        foreach (var person in unread.Count == 0 ? [] : await store.FindTeamsPeople(unread, ct))
            people.TryAdd(person.Account, person);
        return [.. accounts.Select(account => people.GetValueOrDefault(account)).OfType<TeamsPerson>()];
    }

    public ValueTask<TeamsPerson?> PersonByUserId(string userId, CancellationToken ct) => store.FindTeamsPersonByUserId(userId, ct);

    /// <summary>Keeps what was told of a conversation; what was not told this time stays, but an end is over unless it is told again.</summary>
    /// <returns>True when the bot can speak there from now on: at first, and again after an end.</returns>
    public async Task<bool> Keep(TeamsPlace told, CancellationToken ct)
    {
        var known = await Place(told.Conversation, ct);
        var next = told with { Team = told.Team ?? known?.Team, Group = told.Group ?? known?.Group, InstalledBy = told.InstalledBy ?? known?.InstalledBy };
        if (next == known)
            return false;
        await store.SaveTeamsPlace(next, ct);
        places[next.Conversation] = next;
        return next.EndedBecause is null && known is not { EndedBecause: null };
    }

    /// <summary>Keeps what was told of somebody; what was not told this time stays.</summary>
    /// <returns>True when the bot can speak to them from now on: they, or their chat, were not known before.</returns>
    public async Task<bool> Keep(TeamsPerson told, CancellationToken ct)
    {
        var known = await Person(told.Account, ct);
        var next = told with { Chat = told.Chat ?? known?.Chat, TimeZone = told.TimeZone ?? known?.TimeZone, Language = told.Language ?? known?.Language };
        if (next == known)
            return false;
        await store.SaveTeamsPerson(next, ct);
        people[next.Account] = next;
        return known is null || (known.Chat is null && next.Chat is not null);
    }
}
