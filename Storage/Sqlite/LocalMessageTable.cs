using AlignmentBot.Domain;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Messages of the local channel, in the order of posting.</summary>
internal static class LocalMessageTable
{
    private const string Columns = "SELECT id, conversation, thread_of, effect, author, subject, text, at FROM local_messages";

    private const string Insert = """
        INSERT INTO local_messages (id, conversation, thread_of, effect, author, subject, text, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (effect) DO NOTHING
        """;

    public const string ById = $"{Columns} WHERE id = ?1";

    public const string ByEffect = $"{Columns} WHERE effect = ?1";

    // Index: local_messages_top.
    public const string LatestOfConversation = $"{Columns} WHERE conversation = ?1 AND thread_of IS NULL ORDER BY number DESC LIMIT ?2";

    // Index: local_messages_replies.
    public const string Replies =
        $"{Columns} WHERE thread_of IN (SELECT value FROM json_each(?1)) AND thread_of IS NOT NULL ORDER BY number";

    /// <returns>The id under which the message, or the earlier one of the same effect, is posted.</returns>
    public static string Post(SqliteSession session, LocalMessage message)
    {
        var added = session.Use(Insert)
            .Bind(message.Id).Bind(message.Conversation).Bind(message.ThreadOf).Bind(message.Effect)
            .Bind(message.Author?.Value).Bind(message.Subject).Bind(message.Text).Bind(message.At).Run();
        if (added > 0 || message.Effect is null)
            return message.Id;

        using var posted = session.Use(ByEffect).Bind(message.Effect);
        return posted.Read() ? posted.Text(0) : throw new InvalidDataException($"The message of {message.Effect} cannot be found.");
    }

    public static List<LocalMessage> ReadAll(Statement row)
    {
        var messages = new List<LocalMessage>();
        while (row.Read())
        {
            MemberId? author = row.TextOrNull(4) is { } id ? new MemberId(id) : null;
            messages.Add(new LocalMessage(
                row.Text(0), row.Text(1), row.TextOrNull(2), row.TextOrNull(3), author, row.TextOrNull(5), row.TextOrNull(6), row.Instant(7)));
        }

        return messages;
    }
}
