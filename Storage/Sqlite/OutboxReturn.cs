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

    // Index: outbox_parked, else outbox_owed. What is still owed there is moved along only where something was parked: an address that works
    // keeps what it is owed.
    private const string Move = """
        UPDATE outbox SET conversation = ?3, state = 'owed', reason = NULL
        WHERE door = ?1 AND conversation = ?2 AND state = 'parked'
        """;

    private const string MoveOwed = "UPDATE outbox SET conversation = ?3 WHERE door = ?1 AND conversation = ?2 AND state = 'owed'";

    private const string CloseEmpty = "DELETE FROM conversations WHERE door = ?1 AND conversation = ?2 AND held = 0";

    /// <summary>A pod's conversation has another address now: what could not be delivered at the old one is owed at the new one.</summary>
    public static int Readdress(SqliteSession session, string door, string from, string to)
    {
        var count = session.Use(Move).Bind(door).Bind(from).Bind(to).Run();
        if (count == 0)
            return 0;
        count += session.Use(MoveOwed).Bind(door).Bind(from).Bind(to).Run();
        session.Use(CloseEmpty).Bind(door).Bind(from).Run();
        session.Use(Open).Bind(door).Bind(to).Run();
        return count;
    }

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
