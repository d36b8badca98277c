using AlignmentBot.Storage.Json;

namespace AlignmentBot.Storage.Sqlite;

public sealed partial class SqliteStore
{
    private const string PlaceColumns = "conversation, kind, service_url, tenant, team, team_group, installed_by, ended_because";

    private const string PlaceById = $"SELECT {PlaceColumns} FROM teams_places WHERE conversation = ?1";

    private const string PlacesByTeam = $"SELECT {PlaceColumns} FROM teams_places WHERE team = ?1 ORDER BY conversation";

    private const string UpsertPlace = $"""
        INSERT INTO teams_places ({PlaceColumns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (conversation) DO UPDATE SET
            kind = ?2, service_url = ?3, tenant = ?4, team = ?5, team_group = ?6, installed_by = ?7, ended_because = ?8
        """;

    private const string PersonColumns = "account, tenant, user_id, service_url, chat, time_zone, language";

    private const string PersonByAccount = $"SELECT {PersonColumns} FROM teams_people WHERE account = ?1";

    private const string PersonByUserId = $"SELECT {PersonColumns} FROM teams_people WHERE user_id = ?1";

    private const string UpsertPerson = $"""
        INSERT INTO teams_people ({PersonColumns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (account) DO UPDATE SET tenant = ?2, user_id = ?3, service_url = ?4, chat = ?5, time_zone = ?6, language = ?7
        """;

    public ValueTask<TeamsPlace?> FindTeamsPlace(string conversation, CancellationToken ct) => Read(
        session =>
        {
            using var row = session.Use(PlaceById).Bind(conversation);
            return row.Read() ? ReadPlace(row) : null;
        },
        ct);

    public ValueTask<IReadOnlyList<TeamsPlace>> TeamsPlacesOf(string team, CancellationToken ct) => Read<IReadOnlyList<TeamsPlace>>(
        session =>
        {
            var places = new List<TeamsPlace>();
            using var row = session.Use(PlacesByTeam).Bind(team);
            while (row.Read())
                places.Add(ReadPlace(row));
            return places;
        },
        ct);

    public async ValueTask SaveTeamsPlace(TeamsPlace place, CancellationToken ct) => await Write(
        session => session.Use(UpsertPlace)
            .Bind(place.Conversation).Bind(StoredNames.TeamsPlaceKinds.Of(place.Kind)).Bind(place.ServiceUrl).Bind(place.Tenant)
            .Bind(place.Team).Bind(place.Group).Bind(place.InstalledBy).Bind(place.EndedBecause)
            .Run(),
        ct);

    public ValueTask<IReadOnlyList<TeamsPerson>> FindTeamsPeople(IReadOnlyCollection<string> accounts, CancellationToken ct) => Read<IReadOnlyList<TeamsPerson>>(
        session =>
        {
            var people = new List<TeamsPerson>(accounts.Count);
            foreach (var account in accounts)
            {
                using var row = session.Use(PersonByAccount).Bind(account);
                if (row.Read())
                    people.Add(ReadPerson(row));
            }

            return people;
        },
        ct);

    public ValueTask<TeamsPerson?> FindTeamsPersonByUserId(string userId, CancellationToken ct) => Read(
        session =>
        {
            using var row = session.Use(PersonByUserId).Bind(userId);
            return row.Read() ? ReadPerson(row) : null;
        },
        ct);

    public async ValueTask SaveTeamsPerson(TeamsPerson person, CancellationToken ct) => await Write(
        session => session.Use(UpsertPerson)
            .Bind(person.Account).Bind(person.Tenant).Bind(person.UserId).Bind(person.ServiceUrl).Bind(person.Chat).Bind(person.TimeZone).Bind(person.Language)
            .Run(),
        ct);

    private static TeamsPlace ReadPlace(Statement row) => new(
        row.Text(0), StoredNames.TeamsPlaceKinds.From(row.Text(1)), row.Text(2), row.Text(3), row.TextOrNull(4), row.TextOrNull(5), row.TextOrNull(6), row.TextOrNull(7));

    private static TeamsPerson ReadPerson(Statement row) =>
        new(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.TextOrNull(4), row.TextOrNull(5), row.TextOrNull(6));
}
