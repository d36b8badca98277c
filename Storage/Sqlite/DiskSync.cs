using System.ComponentModel;
using System.Runtime.InteropServices;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Waits until files, and the names under which they stand in a folder, have reached the disk.</summary>
internal static class DiskSync
{
    public static void File(string path)
    {
        using var handle = System.IO.File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>A new name is durable once its folder is. Windows keeps names in its own journal and has no such call.</summary>
    public static void Folder(string path)
    {
        if (OperatingSystem.IsWindows())
            return;

        var folder = open(path, flags: 0);
        if (folder < 0)
            throw new IOException($"The folder {path} cannot be opened.", new Win32Exception(Marshal.GetLastPInvokeError()));
        try
        {
            if (fsync(folder) != 0)
                throw new IOException($"The folder {path} cannot be made durable.", new Win32Exception(Marshal.GetLastPInvokeError()));
        }
        finally
        {
            _ = close(folder);
        }
    }

#pragma warning disable SA1300, CA2101, IDE1006, SYSLIB1054 // Names and shapes of the C library.
    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(int file);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int file);
#pragma warning restore SA1300, CA2101, IDE1006, SYSLIB1054
}
