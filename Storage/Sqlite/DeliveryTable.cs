using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage.Json;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>What came in, with its answer.</summary>
internal static class DeliveryTable
{
    private const string ById = "SELECT fingerprint, answer, at FROM deliveries WHERE door = ?1 AND id = ?2";

    private const string Insert = """
        INSERT INTO deliveries (door, id, fingerprint, answer, at) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (door, id) DO NOTHING
        """;

    public static Delivery? Find(SqliteSession session, Door door, string id)
    {
        using var row = session.Use(ById).Bind(StoredNames.Doors.Of(door)).Bind(id);
        return row.Read() ? new Delivery(door, id, row.TextOrNull(0), row.Text(1), row.Instant(2)) : null;
    }

    /// <summary>Answers false when the delivery came before; then nothing is changed.</summary>
    public static bool Add(SqliteSession session, Delivery delivery) => session.Use(Insert)
        .Bind(StoredNames.Doors.Of(delivery.Door)).Bind(delivery.Id).Bind(delivery.Fingerprint).Bind(delivery.Answer).Bind(delivery.At).Run() > 0;
}
