using Microsoft.Data.Sqlite;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>
/// Empties the write-ahead log: it keeps every former state of a page until it is written over, and with it rows that are deleted.
/// Source: sqlite.org/pragma.html (wal_checkpoint, TRUNCATE).
/// </summary>
internal static class SqliteScrub
{
    /// <returns>False when a reader or writer was in the way.</returns>
    public static bool Run(string path)
    {
        // A connection of its own: the writer's is inside a transaction whenever its queue works.
        using var session = SqliteSession.Open(path, SqliteOpenMode.ReadWrite);
        using var row = session.Use("PRAGMA wal_checkpoint(TRUNCATE)");
        return row.Read() && row.Int(0) == 0;
    }
}
