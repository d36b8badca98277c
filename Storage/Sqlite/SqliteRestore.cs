using System.Globalization;
using Microsoft.Data.Sqlite;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Puts a backup in the place of a store. The former file stays beside it.</summary>
public static class SqliteRestore
{
    /// <param name="backup">The copy to restore; it stays as it is.</param>
    /// <param name="target">The store's path; nothing needs to be there.</param>
    /// <returns>Where the former file is now (<c>.before-restore-1</c>, <c>-2</c> ...), or null when there was none.</returns>
    /// <exception cref="StoreRefusedException">A bot is running on the target, or the backup is missing, damaged, foreign or newer than this program.</exception>
    public static string? Restore(string backup, string target)
    {
        backup = Path.GetFullPath(backup);
        target = Path.GetFullPath(target);
        if (!File.Exists(backup))
            throw new StoreRefusedException($"There is no backup at {backup}.");
        if (backup == target)
            throw new StoreRefusedException($"{target} is both the backup and the store. Name the backup first, then the store.");

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var held = SqliteLock.TryTake(target)
            ?? throw new StoreRefusedException($"A bot is running on {target}. Stop it before restoring.");
        var incoming = target + ".restoring";
        Fetch(backup, incoming);
        var former = SetAside(target);
        File.Move(incoming, target, overwrite: false);
        DiskSync.Folder(Path.GetDirectoryName(target)!);
        return former;
    }

    /// <summary>Copies through SQLite, so that a log lying beside the backup is taken along, and checks the copy.</summary>
    private static void Fetch(string backup, string incoming)
    {
        File.Delete(incoming);
        try
        {
            using (var source = SqliteSession.OpenReader(backup))
            {
                if (SqliteSchema.VersionOf(source, backup) == 0)
                    throw new StoreRefusedException($"{backup} is empty: it is not a backup.");
                SqliteBackup.Verify(source, backup);
                SqliteBackup.Copy(source, incoming);
            }

            DiskSync.File(incoming);
        }
        catch (SqliteException fault)
        {
            File.Delete(incoming);
            throw SqliteSchema.NotAStore(backup, fault);
        }
        catch
        {
            File.Delete(incoming);
            throw;
        }
    }

    private static string? SetAside(string target)
    {
        if (!File.Exists(target))
        {
            DropLog(target);
            return null;
        }

        FoldLog(target);
        var former = FreeName(target);
        File.Move(target, former);
        // Only a file too damaged to open still has its log; the two belong together.
        if (File.Exists(target + "-wal"))
            File.Move(target + "-wal", former + "-wal");
        DropLog(target);
        return former;
    }

    /// <summary>Brings what stands in the log into the former file, so that it is whole by itself.</summary>
    private static void FoldLog(string target)
    {
        try
        {
            using var session = SqliteSession.Open(target, SqliteOpenMode.ReadWrite);
            session.Run("PRAGMA journal_mode = DELETE");
        }
        catch (SqliteException)
        {
            // A damaged file is a good reason to restore; it is set aside as it is.
        }
    }

    private static void DropLog(string target)
    {
        File.Delete(target + "-wal");
        File.Delete(target + "-shm");
    }

    private static string FreeName(string target)
    {
        for (var number = 1; ; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{target}.before-restore-{number}");
            if (!File.Exists(name))
                return name;
        }
    }
}
