using NodaTime;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Due dates. A finished one is deleted, so every row waits or is held.</summary>
internal static class TimerTable
{
    // One that stands so already costs a look and no write: a batch sets the timer of the same person again and again.
    private const string Upsert = """
        INSERT INTO timers (key, due, kind, subject, ready_at, held) VALUES (?1, ?2, ?3, ?4, ?2, 0)
        ON CONFLICT (key) DO UPDATE SET due = ?2, kind = ?3, subject = ?4, ready_at = ?2, held = 0
        WHERE due <> ?2 OR kind <> ?3 OR subject <> ?4 OR held <> 0
        """;

    // A timer that was set anew while it was handled is no longer held, and stays.
    private const string DeleteHeld = "DELETE FROM timers WHERE key = ?1 AND held = 1";

    private const string Delete = "DELETE FROM timers WHERE key = ?1";

    private const string ByKey = "SELECT due, kind, subject FROM timers WHERE key = ?1";

    // Index: timers_ready.
    private const string Due = "SELECT key, due, kind, subject FROM timers WHERE ready_at <= ?1 ORDER BY ready_at LIMIT ?2";

    private const string Hold = "UPDATE timers SET ready_at = ?2, held = 1 WHERE key = ?1";

    public const string Release = "UPDATE timers SET ready_at = due, held = 0 WHERE held = 1";

    // Index: timers_ready.
    private const string Next = "SELECT min(ready_at) FROM timers";

    public static void Set(SqliteSession session, Timer timer) =>
        session.Use(Upsert).Bind(timer.Key).Bind(timer.Due).Bind(timer.Kind).Bind(timer.Subject).Run();

    public static void Finish(SqliteSession session, string key) => session.Use(DeleteHeld).Bind(key).Run();

    public static void Cancel(SqliteSession session, string key) => session.Use(Delete).Bind(key).Run();

    public static IReadOnlyList<Timer> Claim(SqliteSession session, Instant now, Duration lease, int limit)
    {
        var due = new List<Timer>();
        using (var row = session.Use(Due).Bind(now).Bind(limit))
        {
            while (row.Read())
                due.Add(new Timer(row.Text(0), row.Instant(1), row.Text(2), row.Text(3)));
        }

        foreach (var timer in due)
            session.Use(Hold).Bind(timer.Key).Bind(now + lease).Run();
        return due;
    }

    public static Timer? Find(SqliteSession session, string key)
    {
        using var row = session.Use(ByKey).Bind(key);
        return row.Read() ? new Timer(key, row.Instant(0), row.Text(1), row.Text(2)) : null;
    }

    public static Instant? NextDue(SqliteSession session)
    {
        using var row = session.Use(Next);
        return row.Read() ? row.InstantOrNull(0) : null;
    }
}
