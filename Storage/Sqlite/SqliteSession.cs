using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>One connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    /// <summary>How long a statement waits for another process that is writing.</summary>
    private const int BusySeconds = 5;

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);

    private SqliteSession(SqliteConnection connection) => this.connection = connection;

    public SqliteConnection Connection => connection;

    /// <summary>The texts of all statements used so far.</summary>
    public IReadOnlyCollection<string> Used => statements.Keys;

    /// <summary>True between BEGIN and its end; SQLite itself ends a transaction when the disk fails.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    /// <summary>The number of the row inserted last.</summary>
    public long LastNumber => raw.sqlite3_last_insert_rowid(Handle);

    private sqlite3 Handle => connection.Handle ?? throw new ObjectDisposedException(nameof(SqliteSession));

    /// <summary>A connection that writes. Every commit waits for the disk; the log is folded into the file each 8,000 pages (32 MB),
    /// which keeps slow commits rare.</summary>
    public static SqliteSession OpenWriter(string path)
    {
        var session = Open(path, SqliteOpenMode.ReadWriteCreate);
        session.Run("PRAGMA journal_mode = WAL");
        session.Run("PRAGMA synchronous = FULL");
        session.Run("PRAGMA wal_autocheckpoint = 8000");
        session.Run("PRAGMA journal_size_limit = 67108864");
        // Small on purpose: when index pages were rebalanced, SQLite walks its whole cache at the commit. The system caches the file anyway.
        session.Run("PRAGMA cache_size = -8000");
        return session;
    }

    public static SqliteSession OpenReader(string path) => Open(path, SqliteOpenMode.ReadOnly);

    public static SqliteSession Open(string path, SqliteOpenMode mode)
    {
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = BusySeconds,
        }.ConnectionString);
        try
        {
            opened.Open();
            var session = new SqliteSession(opened);
            session.Run($"PRAGMA busy_timeout = {BusySeconds * 1000}");
            session.Run("PRAGMA temp_store = MEMORY");
            return session;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>The kept statement of this text; made at its first use.</summary>
    public Statement Use(string sql)
    {
        if (statements.TryGetValue(sql, out var known))
            return known.Begin();

        var rc = raw.sqlite3_prepare_v3(Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle);
        if (rc != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(rc, Handle);
        return statements[sql] = new Statement(Handle, handle);
    }

    public int Run(string sql) => Use(sql).Run();

    public long Number(string sql)
    {
        using var row = Use(sql);
        return row.Read() ? row.Long(0) : 0;
    }

    /// <summary>Undoes what is open, if anything is.</summary>
    public void RollBack()
    {
        if (InTransaction)
            Run("ROLLBACK");
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Close();
        connection.Dispose();
    }
}
