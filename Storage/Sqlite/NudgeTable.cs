using AlignmentBot.Domain;
using NodaTime;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>What is to be said to people. What was said keeps its row until it is forgotten, so that the same is never said again.</summary>
internal static class NudgeTable
{
    private const string Insert = "INSERT INTO nudges (key, pod, member, subject, at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (key) DO NOTHING";

    private const string Say = "UPDATE nudges SET batch = ?2 WHERE key = ?1";

    private const string IsWaiting = "SELECT batch IS NULL FROM nudges WHERE key = ?1";

    private const string InsertBatch = "INSERT INTO nudge_batches (id, member, at) VALUES (?1, ?2, ?3)";

    private const string TurnOf = "SELECT taken FROM turns WHERE pod = ?1 AND member = ?2";

    private const string UpsertTurn = "INSERT INTO turns (pod, member, taken) VALUES (?1, ?2, ?3) ON CONFLICT (pod, member) DO UPDATE SET taken = ?3";

    // Index: nudges_waiting.
    public const string Waiting = "SELECT key, pod, member, subject, at FROM nudges WHERE member = ?1 AND batch IS NULL AND at <= ?2 ORDER BY at, key";

    // Index: nudges_said.
    public const string OfBatch = "SELECT key, pod, member, subject, at FROM nudges WHERE batch = ?1 ORDER BY at, key";

    // Index: nudge_batches_recent.
    public const string Told = "SELECT at FROM nudge_batches WHERE member = ?1 AND at >= ?2 ORDER BY at DESC";

    public const string TurnsOfPod = "SELECT member, taken FROM turns WHERE pod = ?1";

    public const string Prune = "DELETE FROM nudges WHERE key IN (SELECT key FROM nudges WHERE batch IS NOT NULL AND at < ?1 LIMIT ?2)";

    public const string PruneBatches = "DELETE FROM nudge_batches WHERE id IN (SELECT id FROM nudge_batches WHERE at < ?1 LIMIT ?2)";

    /// <summary>Stands in the place of a message for what was no longer true.</summary>
    private const string Dropped = "";

    /// <summary>False when some of what is now said was said by another message.</summary>
    public static bool AllWait(SqliteSession session, Commit commit)
    {
        foreach (var key in commit.NudgeBatch is { } batch ? batch.Said.Concat(batch.Dropped) : [])
        {
            using var row = session.Use(IsWaiting).Bind(key);
            if (!row.Read() || row.Int(0) == 0)
                return false;
        }

        return true;
    }

    /// <summary>False when one of the turns that are now taken was counted by somebody else since it was read.</summary>
    public static bool TurnsStand(SqliteSession session, Commit commit)
    {
        foreach (var turn in commit.Turns)
        {
            using var row = session.Use(TurnOf).Bind(turn.Pod.Value).Bind(turn.Member.Value);
            if ((row.Read() ? row.Int(0) : null) != turn.Before)
                return false;
        }

        return true;
    }

    public static void Save(SqliteSession session, Commit commit)
    {
        foreach (var nudge in commit.Nudges)
            session.Use(Insert).Bind(nudge.Key).Bind(nudge.Pod.Value).Bind(nudge.To.Value).Bind(nudge.Subject).Bind(nudge.At).Run();
        if (commit.NudgeBatch is { } batch)
            Save(session, batch);
        foreach (var turn in commit.Turns)
            session.Use(UpsertTurn).Bind(turn.Pod.Value).Bind(turn.Member.Value).Bind(turn.Taken).Run();
    }

    public static List<Nudge> Read(Statement row)
    {
        var nudges = new List<Nudge>();
        while (row.Read())
            nudges.Add(new Nudge(row.Text(0), new PodId(row.Text(1)), new MemberId(row.Text(2)), row.Text(3), row.Instant(4)));
        return nudges;
    }

    private static void Save(SqliteSession session, NudgeBatch batch)
    {
        if (batch.Said.Count > 0)
            session.Use(InsertBatch).Bind(batch.Id).Bind(batch.To.Value).Bind(batch.At).Run();
        foreach (var key in batch.Said)
            session.Use(Say).Bind(key).Bind(batch.Id).Run();
        foreach (var key in batch.Dropped)
            session.Use(Say).Bind(key).Bind(Dropped).Run();
    }
}
