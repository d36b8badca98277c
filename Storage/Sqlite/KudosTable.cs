using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Storage.Json;
using NodaTime;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Thank-yous.</summary>
internal static class KudosTable
{
    public const string ById = "SELECT document, version FROM kudos WHERE id = ?1";

    // Index: kudos_of_pod.
    public const string OfPod = "SELECT document, version FROM kudos WHERE pod = ?1 AND at >= ?2 AND at < ?3 ORDER BY at";

    // Index: kudos_given.
    public const string Given = "SELECT count(*) FROM kudos WHERE giver = ?1 AND at >= ?2";

    private const string Version = "SELECT version FROM kudos WHERE id = ?1";

    private const string Upsert = """
        INSERT INTO kudos (id, pod, giver, receiver, at, version, document) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (id) DO UPDATE SET version = ?6, document = ?7
        """;

    public static bool IsCurrent(SqliteSession session, KudosWrite write)
    {
        using (var row = session.Use(Version).Bind(write.Kudos.Id))
        {
            if ((row.Read() ? row.Long(0) : 0) != write.ExpectedVersion)
                return false;
        }

        return write.Given is not { } given || Count(session, write.Kudos.From, given.Since) == given.Count;
    }

    public static int Count(SqliteSession session, MemberId giver, Instant since)
    {
        using var row = session.Use(Given).Bind(giver.Value).Bind(since);
        return row.Read() ? row.Int(0) : 0;
    }

    public static void Save(SqliteSession session, KudosWrite write)
    {
        var kudos = write.Kudos;
        session.Use(Upsert).Bind(kudos.Id).Bind(kudos.Pod.Value).Bind(kudos.From.Value).Bind(kudos.To.Value).Bind(kudos.At)
            .Bind(write.ExpectedVersion + 1).BindUtf8(StoreJson.Write(kudos)).Run();
    }

    public static List<StoredKudos> Read(Statement row)
    {
        var kudos = new List<StoredKudos>();
        while (row.Read())
            kudos.Add(new StoredKudos(StoreJson.Read<Kudos>(row.Utf8(0)), row.Long(1)));
        return kudos;
    }
}
