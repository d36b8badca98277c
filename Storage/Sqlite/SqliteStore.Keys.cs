using AlignmentBot.Domain;
using AlignmentBot.Storage.Json;

namespace AlignmentBot.Storage.Sqlite;

public sealed partial class SqliteStore
{
    private const string KeyById = "SELECT id, name, hash, scopes, created_at, revoked_at FROM api_keys WHERE id = ?1";

    private const string AllKeys = "SELECT id, name, hash, scopes, created_at, revoked_at FROM api_keys ORDER BY created_at, id";

    private const string UpsertKey = """
        INSERT INTO api_keys (id, name, hash, scopes, created_at, revoked_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (id) DO UPDATE SET name = ?2, hash = ?3, scopes = ?4, created_at = ?5, revoked_at = ?6
        """;

    public ValueTask<ApiKey?> FindKey(string id, CancellationToken ct) => Read(
        session =>
        {
            using var row = session.Use(KeyById).Bind(id);
            return row.Read() ? ReadKey(row) : null;
        },
        ct);

    public ValueTask<IReadOnlyList<ApiKey>> Keys(CancellationToken ct) => Read<IReadOnlyList<ApiKey>>(
        session =>
        {
            var keys = new List<ApiKey>();
            using var row = session.Use(AllKeys);
            while (row.Read())
                keys.Add(ReadKey(row));
            return keys;
        },
        ct);

    public async ValueTask SaveKey(ApiKey key, CancellationToken ct) => await Write(
        session => session.Use(UpsertKey)
            .Bind(key.Id).Bind(key.Name).Bind(key.Hash).BindUtf8(StoreJson.Write(key.Scopes)).Bind(key.CreatedAt).Bind(key.RevokedAt).Run(),
        ct);

    private static ApiKey ReadKey(Statement row) => new(
        row.Text(0), row.Text(1), row.Text(2), StoreJson.Read<ValueList<string>>(row.Utf8(3)), row.Instant(4), row.InstantOrNull(5));
}
