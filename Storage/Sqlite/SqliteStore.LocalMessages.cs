using AlignmentBot.Domain;
using AlignmentBot.Storage.Json;

namespace AlignmentBot.Storage.Sqlite;

public sealed partial class SqliteStore
{
    public async ValueTask<string> PostLocal(LocalMessage message, CancellationToken ct) =>
        await Write(session => LocalMessageTable.Post(session, message), ct);

    public ValueTask<LocalMessage?> FindLocalByEffect(string effect, CancellationToken ct) => FindOneLocal(LocalMessageTable.ByEffect, effect, ct);

    public ValueTask<LocalMessage?> FindLocal(string id, CancellationToken ct) => FindOneLocal(LocalMessageTable.ById, id, ct);

    public ValueTask<IReadOnlyList<LocalMessage>> LocalConversation(string conversation, int limit, CancellationToken ct) => Read<IReadOnlyList<LocalMessage>>(
        session =>
        {
            using var row = session.Use(LocalMessageTable.LatestOfConversation).Bind(conversation).Bind(limit);
            var latest = LocalMessageTable.ReadAll(row);
            latest.Reverse();
            return latest;
        },
        ct);

    public ValueTask<IReadOnlyList<LocalMessage>> LocalThreads(ValueList<string> parents, CancellationToken ct) => Read<IReadOnlyList<LocalMessage>>(
        session =>
        {
            using var row = session.Use(LocalMessageTable.Replies).BindUtf8(StoreJson.Write(parents));
            return LocalMessageTable.ReadAll(row);
        },
        ct);

    private ValueTask<LocalMessage?> FindOneLocal(string sql, string value, CancellationToken ct) => Read(
        session =>
        {
            using var row = session.Use(sql).Bind(value);
            return LocalMessageTable.ReadAll(row).FirstOrDefault();
        },
        ct);
}
