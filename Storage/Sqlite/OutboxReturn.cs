namespace AlignmentBot.Storage.Sqlite;

/// <summary>Parked rows that are owed again.</summary>
internal static class OutboxReturn
{
    // Index: outbox_parked.
    private const string Unpark = """
        UPDATE outbox SET state = 'owed', reason = NULL
        WHERE state = 'parked' AND door = ?1 AND reason = ?2 AND substr(conversation, 1, length(?3)) = ?3
        """;

    // Index: outbox_owed. A held conversation learns of its new head when its claim is settled.
    private const string Open = """
        INSERT INTO conversations (door, conversation, ready_at, held)
        SELECT door, conversation, not_before, 0 FROM (
            SELECT door, conversation, not_before, min(id) FROM outbox
            WHERE state = 'owed' AND door = ?1 AND substr(conversation, 1, length(?2)) = ?2
            GROUP BY door, conversation)
        WHERE true
        ON CONFLICT (door, conversation) DO UPDATE SET ready_at = excluded.ready_at WHERE held = 0
        """;

    public static int Owe(SqliteSession session, string door, string conversations, IEnumerable<string> reasons)
    {
        var count = 0;
        foreach (var reason in reasons)
            count += session.Use(Unpark).Bind(door).Bind(reason).Bind(conversations).Run();
        if (count > 0)
            session.Use(Open).Bind(door).Bind(conversations).Run();
        return count;
    }
}
