using AlignmentBot.Storage.Json;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Ends claims, and says when their conversation can be served next.</summary>
internal static class OutboxSettlement
{
    private const string Done = "UPDATE outbox SET state = 'settled' WHERE id = ?1 AND state = 'owed'";

    private const string PutOff = "UPDATE outbox SET not_before = ?2 WHERE id = ?1 AND state = 'owed'";

    private const string Park = "UPDATE outbox SET state = 'parked', reason = ?2 WHERE id = ?1 AND state = 'owed'";

    private const string TakeBackAttempt = "UPDATE outbox SET attempts = attempts - 1 WHERE id = ?1 AND state = 'owed' AND attempts > 0";

    private const string SaveMessage = """
        INSERT INTO messages (door, conversation, slot, message) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (door, conversation, slot) DO UPDATE SET message = ?4
        """;

    // Index: outbox_owed.
    private const string Head =
        "SELECT not_before FROM outbox WHERE door = ?1 AND conversation = ?2 AND state = 'owed' ORDER BY id LIMIT 1";

    private const string Free = "UPDATE conversations SET ready_at = ?3, held = 0 WHERE door = ?1 AND conversation = ?2";

    private const string Close = "DELETE FROM conversations WHERE door = ?1 AND conversation = ?2";

    public static void Apply(SqliteSession session, Settlement settlement)
    {
        var door = StoredNames.Doors.Of(settlement.Door);
        foreach (var delivered in settlement.Delivered)
        {
            session.Use(Done).Bind(delivered.Id).Run();
            session.Use(SaveMessage).Bind(door).Bind(settlement.Conversation).Bind(delivered.Slot).Bind(delivered.Message).Run();
        }

        foreach (var id in settlement.Dropped)
            session.Use(Done).Bind(id).Run();
        foreach (var putOff in settlement.PutOff)
            session.Use(PutOff).Bind(putOff.Id).Bind(putOff.NotBefore).Run();
        foreach (var parked in settlement.Parked)
            session.Use(Park).Bind(parked.Id).Bind(parked.Reason).Run();
        foreach (var id in settlement.Untried)
            session.Use(TakeBackAttempt).Bind(id).Run();
        ForgetWords(session, settlement);
        FreeConversation(session, door, settlement.Conversation);
    }

    /// <summary>A row that was delivered says by its slot whether it carried words; of the few others the table is asked.</summary>
    private static void ForgetWords(SqliteSession session, Settlement settlement)
    {
        var carried = settlement.Delivered.Where(delivered => delivered.Slot.StartsWith(CarriedWords.SubjectPrefix, StringComparison.Ordinal)).Select(delivered => delivered.Id);
        foreach (var id in carried.Concat(settlement.Dropped).Concat(settlement.Parked.Select(parked => parked.Id)))
            CarriedWordsTable.Forget(session, id);
    }

    private static void FreeConversation(SqliteSession session, string door, string conversation)
    {
        using var head = session.Use(Head).Bind(door).Bind(conversation);
        if (head.Read())
            session.Use(Free).Bind(door).Bind(conversation).Bind(head.Instant(0)).Run();
        else
            session.Use(Close).Bind(door).Bind(conversation).Run();
    }
}
