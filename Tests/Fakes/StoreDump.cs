using System.Text;
using Microsoft.Data.Sqlite;

namespace AlignmentBot.Tests.Fakes;

/// <summary>Everything that stands in a database, as whoever has the file reads it: every table, also those that come later.</summary>
internal static class StoreDump
{
    /// <param name="without">Tables to leave out.</param>
    /// <returns>A line per row: the table, then its columns.</returns>
    public static IReadOnlyList<string> Lines(string file, params string[] without)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return [.. Tables(connection).Except(without, StringComparer.Ordinal).SelectMany(table => Rows(connection, table))];
    }

    public static IReadOnlyList<string> Of(string file, params string[] tables)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return [.. tables.SelectMany(table => Rows(connection, table))];
    }

    /// <summary>What is new or changed since then.</summary>
    public static string Since(IReadOnlyList<string> before, string file)
    {
        var known = before.ToHashSet(StringComparer.Ordinal);
        return string.Join('\n', Lines(file).Where(line => !known.Contains(line)));
    }

    private static List<string> Tables(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
        using var row = command.ExecuteReader();
        var tables = new List<string>();
        while (row.Read())
            tables.Add(row.GetString(0));
        return tables;
    }

    private static List<string> Rows(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are those of the database itself.
        command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
        using var row = command.ExecuteReader();
        var lines = new List<string>();
        while (row.Read())
            lines.Add(new StringBuilder(table).Append(' ').AppendJoin('|', Enumerable.Range(0, row.FieldCount).Select(column => Text(row.GetValue(column)))).ToString());
        return lines;
    }

    private static string Text(object value) => value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty;
}
