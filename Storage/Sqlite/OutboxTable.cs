using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage.Json;
using NodaTime;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Owing and claiming. A conversation with something owed has one row that says when it can be served next.</summary>
internal static class OutboxTable
{
    private const string Insert = """
        INSERT INTO outbox (effect, door, conversation, slot, thread_of, subject, not_before) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (effect) DO NOTHING
        """;

    private const string InsertConversation =
        "INSERT INTO conversations (door, conversation, ready_at, held) VALUES (?1, ?2, ?3, 0) ON CONFLICT (door, conversation) DO NOTHING";

    // Index: conversations_ready.
    private const string Ready = "SELECT door, conversation FROM conversations WHERE ready_at <= ?1 ORDER BY ready_at LIMIT ?2";

    // Index: outbox_owed.
    private const string Heads = """
        SELECT id, effect, slot, thread_of, subject, not_before, attempts FROM outbox
        WHERE door = ?1 AND conversation = ?2 AND state = 'owed' ORDER BY id LIMIT ?3
        """;

    private const string CountAttempt = "UPDATE outbox SET attempts = attempts + 1 WHERE id = ?1";

    private const string Hold = "UPDATE conversations SET ready_at = ?3, held = 1 WHERE door = ?1 AND conversation = ?2";

    // Index: conversations_ready.
    private const string Next = "SELECT min(ready_at) FROM conversations";

    public const string Release = """
        UPDATE conversations SET held = 0, ready_at = (
            SELECT o.not_before FROM outbox o
            WHERE o.door = conversations.door AND o.conversation = conversations.conversation AND o.state = 'owed'
            ORDER BY o.id LIMIT 1)
        WHERE held = 1
        """;

    public static void Owe(SqliteSession session, Owed owed)
    {
        var door = StoredNames.Doors.Of(owed.Door);
        var added = session.Use(Insert)
            .Bind(owed.Effect).Bind(door).Bind(owed.Conversation).Bind(owed.Slot).Bind(owed.ThreadOf).Bind(owed.Subject).Bind(owed.NotBefore).Run();
        if (added > 0)
            session.Use(InsertConversation).Bind(door).Bind(owed.Conversation).Bind(owed.NotBefore).Run();
    }

    public static IReadOnlyList<ClaimedOwed> Claim(SqliteSession session, Instant now, Duration lease, int conversations, int perConversation)
    {
        var claimed = new List<ClaimedOwed>();
        foreach (var (door, conversation) in ReadyConversations(session, now, conversations))
        {
            var before = claimed.Count;
            AddDueHeads(session, claimed, door, conversation, now, perConversation);
            for (var i = before; i < claimed.Count; i++)
                session.Use(CountAttempt).Bind(claimed[i].Id).Run();
            session.Use(Hold).Bind(door).Bind(conversation).Bind(now + lease).Run();
        }

        return claimed;
    }

    public static Instant? NextAt(SqliteSession session)
    {
        using var row = session.Use(Next);
        return row.Read() ? row.InstantOrNull(0) : null;
    }

    public static Owed ReadOwed(Statement row, Door door, string conversation) =>
        new(row.Text(1), door, conversation, row.Text(2), row.TextOrNull(3), row.Text(4), row.Instant(5));

    private static List<(string Door, string Conversation)> ReadyConversations(SqliteSession session, Instant now, int limit)
    {
        var ready = new List<(string, string)>();
        using var row = session.Use(Ready).Bind(now).Bind(limit);
        while (row.Read())
            ready.Add((row.Text(0), row.Text(1)));
        return ready;
    }

    private static void AddDueHeads(SqliteSession session, List<ClaimedOwed> claimed, string door, string conversation, Instant now, int limit)
    {
        using var row = session.Use(Heads).Bind(door).Bind(conversation).Bind(limit);
        while (row.Read() && row.Instant(5) <= now)
            claimed.Add(new ClaimedOwed(row.Long(0), ReadOwed(row, StoredNames.Doors.From(door), conversation), row.Int(6)));
    }
}
