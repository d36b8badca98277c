using Microsoft.Data.Sqlite;
using NodaTime;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>The embedded store: one SQLite file beside the bot, with nothing to install.</summary>
public sealed partial class SqliteStore : IStore
{
    /// <summary>Rows forgotten in one transaction, so that nobody waits long behind a big clean-up.</summary>
    private const int PruneStep = 1000;

    // Rows stand in the order of coming: the old ones are at the start.
    private const string PruneDeliveries =
        "DELETE FROM deliveries WHERE number IN (SELECT number FROM deliveries WHERE at < ?1 ORDER BY number LIMIT ?2)";

    private const string PruneEffects =
        "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE state = 'settled' AND not_before < ?1 ORDER BY id LIMIT ?2)";

    // Words that no platform has shown for so long are not shown any more.
    private const string PruneCarried =
        "DELETE FROM carried_words WHERE subject IN (SELECT subject FROM carried_words WHERE at < ?1 LIMIT ?2)";

    private readonly string path;
    private readonly SqliteLock? held;
    private readonly WriteQueue? writes;
    private readonly ReaderPool readers;

    private SqliteStore(string path, SqliteLock? held, WriteQueue? writes)
    {
        this.path = path;
        this.held = held;
        this.writes = writes;
        readers = new ReaderPool(path);
    }

    /// <summary>Opens the store, and makes it when the file is not there (except to read only).</summary>
    /// <param name="path">The database file. Two more files stand beside it while it is open: <c>-wal</c> and <c>-shm</c>; and <c>.lock</c> always.</param>
    /// <exception cref="StoreRefusedException">Another bot uses the file, a newer program wrote it, or it is not a store.</exception>
    public static async Task<SqliteStore> Open(string path, SqliteOpen how, CancellationToken ct)
    {
        path = Path.GetFullPath(path);
        if (how == SqliteOpen.ReadOnly)
            return OpenReadOnly(path);

        MakeFolder(path);
        var taken = how == SqliteOpen.Bot ? await SqliteLock.Take(path, ct) : null;
        try
        {
            return new SqliteStore(path, taken, new WriteQueue(OpenSession(path, () => OpenWriter(path, how))));
        }
        catch
        {
            taken?.Dispose();
            throw;
        }
    }

    public async ValueTask CheckWritable(CancellationToken ct) =>
        await Write(session => session.Run("UPDATE probe SET beats = beats + 1"), ct);

    public Task Backup(string path, CancellationToken ct) => Task.Run(() => SqliteBackup.Write(readers, path, ct), ct);

    public async ValueTask<int> Prune(Instant before, CancellationToken ct) =>
        await PruneAll(PruneDeliveries, before, ct) + await PruneAll(PruneEffects, before, ct) + await PruneAll(PruneCarried, before, ct)
        + await PruneAll(NudgeTable.Prune, before, ct) + await PruneAll(NudgeTable.PruneBatches, before, ct);

    public async ValueTask DisposeAsync()
    {
        readers.Dispose();
        if (writes is not null)
            await writes.DisposeAsync();
        held?.Dispose();
    }

    private static SqliteStore OpenReadOnly(string path)
    {
        if (!File.Exists(path))
            throw new StoreRefusedException($"There is no store at {path}. Name the file with Storage:Path.");
        using var session = OpenSession(path, () => SqliteSession.OpenReader(path));
        if (SqliteSchema.VersionOf(session, path) == 0)
            throw new StoreRefusedException($"{path} is empty: no bot has used it yet.");
        return new SqliteStore(path, null, null);
    }

    private static SqliteSession OpenWriter(string path, SqliteOpen how)
    {
        PrivateFile.Ensure(path);
        var session = SqliteSession.OpenWriter(path);
        try
        {
            if (SqliteSchema.VersionOf(session, path) < SqliteSchema.Newest)
                Upgrade(session, path, how);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static void Upgrade(SqliteSession session, string path, SqliteOpen how)
    {
        using var brief = how == SqliteOpen.Visitor ? SqliteLock.TryTake(path) : null;
        if (how == SqliteOpen.Visitor && brief is null)
            throw new StoreRefusedException($"The bot that uses {path} is of an older version than this command. Stop it, or start it with this version first.");
        SqliteSchema.Apply(session, path, SqliteSchema.Newest);
    }

    /// <summary>Says what is wrong with a file that SQLite cannot open.</summary>
    private static SqliteSession OpenSession(string path, Func<SqliteSession> open)
    {
        try
        {
            return open();
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            throw SqliteSchema.NotAStore(path, fault);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY)
        {
            throw new StoreRefusedException($"{path} cannot be opened. Check that it is a file, and that this user may write to it and its folder.", fault);
        }
    }

    private static void MakeFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreRefusedException($"The folder of {path} cannot be made. Choose another with Storage:Path.", fault);
        }
    }

    private async ValueTask<int> PruneAll(string sql, Instant before, CancellationToken ct)
    {
        var all = 0;
        int step;
        do
        {
            step = await Write(session => session.Use(sql).Bind(before).Bind(PruneStep).Run(), ct);
            all += step;
        }
        while (step == PruneStep);
        return all;
    }

    private Task<T> Write<T>(Func<SqliteSession, T> work, CancellationToken ct) => writes is null
        ? throw new InvalidOperationException($"{path} was opened to read only.")
        : writes.Enqueue(work, ct);

    private ValueTask<T> Read<T>(Func<SqliteSession, T> question, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return ValueTask.FromResult(readers.Read(question));
    }
}
