namespace AlignmentBot.Storage.Sqlite;

/// <summary>Holds a database file for one process. The operating system lets go when the process ends, however it ends.</summary>
internal sealed class SqliteLock : IDisposable
{
    private const int Tries = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>How "somebody else has it" is told: EAGAIN on Linux (11) and macOS (35), a sharing or lock violation on Windows (32, 33).</summary>
    private static readonly int[] SharingErrors = [11, 35, 32, 33];

    private readonly FileStream file;

    private SqliteLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock, or answers null when another process holds it.</summary>
    public static SqliteLock? TryTake(string database)
    {
        try
        {
            return new SqliteLock(new FileStream(database + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault) when (SharingErrors.Contains(fault.HResult & 0xFFFF))
        {
            return null;
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new StoreRefusedException($"{database}.lock cannot be written. Check that this user may write to its folder.", fault);
        }
    }

    /// <summary>Takes the lock; a command that is just looking, or a bot that is just ending, gets a second to let go.</summary>
    /// <exception cref="StoreRefusedException">Another process holds it.</exception>
    public static async Task<SqliteLock> Take(string database, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            if (TryTake(database) is { } taken)
                return taken;
            if (tries == Tries)
                throw Held(database);
            await Task.Delay(Pause, ct);
        }
    }

    public static StoreRefusedException Held(string database) => new(
        $"Another bot is using {database}. Stop it first, or give this one its own file with Storage:Path.");

    public void Dispose() => file.Dispose();
}
