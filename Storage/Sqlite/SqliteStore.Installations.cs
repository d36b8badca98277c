using AlignmentBot.Domain;
using AlignmentBot.Storage.Json;

namespace AlignmentBot.Storage.Sqlite;

public sealed partial class SqliteStore
{
    private const string InstallationColumns =
        "workspace, enterprise, team, name, bot_user, scopes, installed_by, installed_at, secret, expires_at, ended_because, version";

    private const string AllInstallations = $"SELECT {InstallationColumns} FROM installations ORDER BY workspace";

    private const string InstallationOf = $"SELECT {InstallationColumns} FROM installations WHERE workspace = ?1";

    // The version that was read is ?12: a new row is taken for version 0 only, a known one for its own version only.
    private const string UpsertInstallation = $"""
        INSERT INTO installations ({InstallationColumns})
        SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12 + 1
        WHERE ?12 = coalesce((SELECT version FROM installations WHERE workspace = ?1), 0)
        ON CONFLICT (workspace) DO UPDATE SET
            enterprise = ?2, team = ?3, name = ?4, bot_user = ?5, scopes = ?6, installed_by = ?7, installed_at = ?8,
            secret = ?9, expires_at = ?10, ended_because = ?11, version = ?12 + 1
        """;

    public ValueTask<IReadOnlyList<Installation>> Installations(CancellationToken ct) => Read<IReadOnlyList<Installation>>(
        session =>
        {
            var all = new List<Installation>();
            using var row = session.Use(AllInstallations);
            while (row.Read())
                all.Add(ReadInstallation(row));
            return all;
        },
        ct);

    public ValueTask<Installation?> FindInstallation(string workspace, CancellationToken ct) => Read(
        session =>
        {
            using var row = session.Use(InstallationOf).Bind(workspace);
            return row.Read() ? ReadInstallation(row) : null;
        },
        ct);

    public async ValueTask<bool> SaveInstallation(Installation installation, CancellationToken ct) => await Write(
        session => session.Use(UpsertInstallation)
            .Bind(installation.Workspace).Bind(installation.Enterprise).Bind(installation.Team).Bind(installation.Name).Bind(installation.BotUser)
            .BindUtf8(StoreJson.Write(installation.Scopes)).Bind(installation.InstalledBy).Bind(installation.InstalledAt)
            .Bind(installation.Secret).Bind(installation.ExpiresAt).Bind(installation.EndedBecause).Bind(installation.Version)
            .Run() == 1,
        ct);

    private static Installation ReadInstallation(Statement row) => new(
        row.Text(0), row.TextOrNull(1), row.TextOrNull(2), row.Text(3), row.Text(4), StoreJson.Read<ValueList<string>>(row.Utf8(5)), row.Text(6),
        row.Instant(7), row.TextOrNull(8), row.InstantOrNull(9), row.TextOrNull(10), row.Long(11));
}
