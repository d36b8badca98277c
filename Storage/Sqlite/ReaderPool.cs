using System.Collections.Concurrent;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Read-only connections that are lent for one question and kept for the next. A reader never waits for the writer.</summary>
internal sealed class ReaderPool(string path) : IDisposable
{
    /// <summary>More than this many are not kept; each has a cache of about 2 MB.</summary>
    private const int Kept = 16;

    private readonly ConcurrentStack<SqliteSession> idle = new();
    private volatile bool disposed;

    public T Read<T>(Func<SqliteSession, T> question)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var session = idle.TryPop(out var known) ? known : SqliteSession.OpenReader(path);
        var whole = false;
        try
        {
            var answer = question(session);
            whole = true;
            return answer;
        }
        finally
        {
            if (whole && idle.Count < Kept)
                idle.Push(session);
            else
                session.Dispose();
            // The pool may have been closed while this question ran.
            if (disposed)
                Dispose();
        }
    }

    public void Dispose()
    {
        disposed = true;
        while (idle.TryPop(out var session))
            session.Dispose();
    }
}
