namespace AlignmentBot.Storage.Sqlite;

/// <summary>Leads are personal data: their files are for the user who runs the bot alone.</summary>
internal static class PrivateFile
{
    /// <summary>Makes the file when it is not there, readable and writable by its owner. SQLite gives its log the same rights.</summary>
    /// <exception cref="StoreRefusedException">It cannot be written.</exception>
    public static void Ensure(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            new FileStream(path, options).Dispose();
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new StoreRefusedException($"{path} cannot be opened for writing. Check that it is a file, and that this user may write to it and its folder.", fault);
        }
    }
}
