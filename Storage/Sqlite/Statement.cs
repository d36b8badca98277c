using System.Text;
using Microsoft.Data.Sqlite;
using NodaTime;
using SQLitePCL;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>
/// A prepared statement that is kept and used again. Values are bound in the order of the parameters; columns are read by position.
/// It speaks to SQLite without the ADO layer, which costs more than the work itself on the writer's thread. Disposing ends one use.
/// </summary>
internal sealed class Statement(sqlite3 db, sqlite3_stmt handle) : IDisposable
{
    private const int ShortText = 256;
    private int bound;

    /// <summary>Starts a use at the first parameter.</summary>
    public Statement Begin()
    {
        bound = 0;
        return this;
    }

    public Statement Bind(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return Checked(value is null ? raw.sqlite3_bind_null(handle, ++bound) : raw.sqlite3_bind_text(handle, ++bound, value));
        if (Encoding.UTF8.GetMaxByteCount(value.Length) > ShortText)
            return Checked(raw.sqlite3_bind_text(handle, ++bound, value));

        Span<byte> utf8 = stackalloc byte[ShortText];
        return BindUtf8(utf8[..Encoding.UTF8.GetBytes(value, utf8)]);
    }

    /// <summary>Text that is UTF-8 already; not empty.</summary>
    public Statement BindUtf8(ReadOnlySpan<byte> value) => Checked(raw.sqlite3_bind_text(handle, ++bound, value));

    public Statement BindBlob(ReadOnlySpan<byte> value) => Checked(raw.sqlite3_bind_blob(handle, ++bound, value));

    public Statement Bind(long? value) => value is { } known ? Bind(known) : Bind((string?)null);

    public Statement Bind(long value) => Checked(raw.sqlite3_bind_int64(handle, ++bound, value));

    public Statement Bind(bool value) => Bind(value ? 1L : 0L);

    public Statement Bind(Instant value) => Bind(value.ToUnixTimeTicks());

    public Statement Bind(Instant? value) => value is { } known ? Bind(known) : Bind((string?)null);

    /// <summary>Steps to the next row.</summary>
    public bool Read()
    {
        var rc = raw.sqlite3_step(handle);
        if (rc == raw.SQLITE_ROW)
            return true;
        if (rc != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(rc, db);
        return false;
    }

    /// <summary>Steps to the end and ends the use.</summary>
    /// <returns>How many rows were changed.</returns>
    public int Run()
    {
        using (this)
        {
            while (Read())
            {
                // A statement run for its effect may still answer with rows, as pragmas do.
            }

            return raw.sqlite3_changes(db);
        }
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public string Text(int column) => Encoding.UTF8.GetString(Utf8(column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>The text as it lies in SQLite's memory; valid until the next step.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(handle, column);

    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    public int Int(int column) => (int)Long(column);

    public Instant Instant(int column) => NodaTime.Instant.FromUnixTimeTicks(Long(column));

    public Instant? InstantOrNull(int column) => IsNull(column) ? null : Instant(column);

    /// <summary>Ends one use; the statement stays prepared, and the next use binds every parameter anew.</summary>
    public void Dispose()
    {
        // What went wrong was thrown by the step; reset merely repeats it.
        _ = raw.sqlite3_reset(handle);
    }

    public void Close() => handle.Dispose();

    private Statement Checked(int rc)
    {
        if (rc != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(rc, db);
        return this;
    }
}
