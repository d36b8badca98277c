using Microsoft.Data.Sqlite;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Writes a copy of a store that is complete in one file, as of one moment.</summary>
internal static class SqliteBackup
{
    /// <exception cref="StoreRefusedException">The file exists already, its folder does not, or the copy turned out damaged.</exception>
    public static void Write(ReaderPool readers, string path, CancellationToken ct)
    {
        path = Path.GetFullPath(path);
        if (File.Exists(path))
            throw new StoreRefusedException($"{path} exists already. Name a file that does not: a backup never overwrites one.");

        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw new StoreRefusedException($"The folder of {path} is not there. Make it first, or name another.");

        var partial = path + ".partial";
        File.Delete(partial);
        try
        {
            readers.Read(session => Copy(session, partial));
            Finish(partial, path, ct);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    /// <summary>Copies all pages within one read transaction, so that writers go on and the copy is of one moment.</summary>
    public static bool Copy(SqliteSession source, string to)
    {
        PrivateFile.Ensure(to);
        using var target = SqliteSession.Open(to, SqliteOpenMode.ReadWriteCreate);
        source.Connection.BackupDatabase(target.Connection);
        // A copy must be whole in one file, without a log beside it.
        target.Run("PRAGMA journal_mode = DELETE");
        return true;
    }

    /// <exception cref="StoreRefusedException">The file is damaged.</exception>
    public static void Verify(SqliteSession session, string path)
    {
        using var row = session.Use("PRAGMA integrity_check");
        if (!row.Read() || row.Text(0) != "ok")
            throw new StoreRefusedException($"{path} is damaged: its integrity check failed. Use another backup.");
    }

    private static void Finish(string partial, string path, CancellationToken ct)
    {
        using (var copy = SqliteSession.OpenReader(partial))
            Verify(copy, partial);
        ct.ThrowIfCancellationRequested();
        DiskSync.File(partial);
        File.Move(partial, path, overwrite: false);
        DiskSync.Folder(Path.GetDirectoryName(path)!);
    }
}
