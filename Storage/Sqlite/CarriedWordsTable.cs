namespace AlignmentBot.Storage.Sqlite;

/// <summary>Words on their way from one platform to another.</summary>
internal static class CarriedWordsTable
{
    public const string BySubject = "SELECT subject, text, at FROM carried_words WHERE subject = ?1";

    private const string Insert = "INSERT INTO carried_words (subject, text, at) VALUES (?1, ?2, ?3) ON CONFLICT (subject) DO NOTHING";

    // Index: outbox_carried.
    private const string ForgetUnowed = """
        DELETE FROM carried_words WHERE subject = (SELECT subject FROM outbox WHERE id = ?1) AND NOT EXISTS (
            SELECT 1 FROM outbox WHERE state = 'owed' AND subject GLOB 'said/*' AND subject = carried_words.subject)
        """;

    public static void Keep(SqliteSession session, CarriedWords words) =>
        session.Use(Insert).Bind(words.Subject).Bind(words.Text).Bind(words.At).Run();

    /// <summary>Forgets the words that this row carried, unless another row that is still owed carries them too.</summary>
    public static void Forget(SqliteSession session, long row) => session.Use(ForgetUnowed).Bind(row).Run();

    public static CarriedWords? Find(SqliteSession session, string subject)
    {
        using var row = session.Use(BySubject).Bind(subject);
        return row.Read() ? new CarriedWords(row.Text(0), row.Text(1), row.Instant(2)) : null;
    }
}
