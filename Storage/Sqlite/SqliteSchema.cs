using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>The numbered scripts that make the tables. The number of the last one applied stands in the file itself.</summary>
internal static class SqliteSchema
{
    /// <summary>"ABot": marks the file as ours, so that another program's database is never written to.</summary>
    private const long ApplicationId = 0x41426F74;

    private static readonly (int Number, string Resource)[] Scripts = FindScripts();

    public static int Newest => Scripts[^1].Number;

    /// <summary>The number of the last script applied; 0 for an empty file.</summary>
    /// <exception cref="StoreRefusedException">The file is not a store, or a newer program made it.</exception>
    public static int VersionOf(SqliteSession session, string path)
    {
        try
        {
            var version = (int)session.Number("PRAGMA user_version");
            var ours = session.Number("PRAGMA application_id") == ApplicationId;
            if (!ours && session.Number("SELECT count(*) FROM sqlite_schema") > 0)
                throw new StoreRefusedException($"{path} is a database of another program. Give the bot its own file with Storage:Path.");
            if (version > Newest)
                throw new StoreRefusedException($"{path} was written by a newer AlignmentBot (schema {version}; this one knows {Newest}). Start that version, or restore a backup from before the upgrade.");
            return version;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            throw NotAStore(path, fault);
        }
    }

    public static StoreRefusedException NotAStore(string path, Exception fault) =>
        new($"{path} is not an AlignmentBot store, or it is damaged. Restore a backup, or move the file away to start empty.", fault);

    /// <summary>Applies the scripts that are still missing, each in a transaction.</summary>
    /// <param name="upTo">The last script to apply; tests of upgrades stop earlier.</param>
    public static void Apply(SqliteSession session, string path, int upTo)
    {
        foreach (var (number, resource) in Scripts.Where(script => script.Number <= upTo))
        {
            session.Run("BEGIN IMMEDIATE");
            try
            {
                // Asked inside the transaction: another process may have been faster.
                if (VersionOf(session, path) < number)
                    ApplyOne(session, number, resource);
                session.Run("COMMIT");
            }
            catch
            {
                session.RollBack();
                throw;
            }
        }
    }

    private static void ApplyOne(SqliteSession session, int number, string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        using var script = session.Connection.CreateCommand();
#pragma warning disable CA2100 // The text is our own script.
        script.CommandText = reader.ReadToEnd();
#pragma warning restore CA2100
        script.ExecuteNonQuery();
        session.Run($"PRAGMA application_id = {ApplicationId}");
        session.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}"));
    }

    private static (int Number, string Resource)[] FindScripts()
    {
        const string folder = ".Schema.";
        return [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.Contains(folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => (int.Parse(name.AsSpan(name.IndexOf(folder, StringComparison.Ordinal) + folder.Length, 4), CultureInfo.InvariantCulture), name))
            .OrderBy(script => script.Item1)];
    }
}
