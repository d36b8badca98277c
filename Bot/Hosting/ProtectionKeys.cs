using Microsoft.AspNetCore.DataProtection;

namespace AlignmentBot.Bot.Hosting;

/// <summary>
/// The keys that encipher what the store keeps secret. They lie in a folder of their own, not in the database: whoever gets hold of one has
/// not the other. They last for ever and are changed by themselves; without them, what they enciphered is lost.
/// </summary>
public static class ProtectionKeys
{
    /// <summary>Part of every key's purpose: never changed.</summary>
    private const string Application = "AlignmentBot";

    /// <param name="folder">Made for this user alone when it is not there.</param>
    /// <exception cref="StartupFaultException">The folder cannot be made.</exception>
    public static void AddProtectionKeys(this IServiceCollection services, string folder)
    {
        Configure(services.AddDataProtection(), folder);
        // It warns of every new key that its file is not enciphered. The folder is this user's alone, and docs/decisions/0005 says so.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
    }

    /// <summary>The same keys without a host, for commands beside the bot.</summary>
    public static IDataProtectionProvider Open(string folder) => DataProtectionProvider.Create(new DirectoryInfo(folder), keys => Configure(keys, folder));

    private static void Configure(IDataProtectionBuilder keys, string folder)
    {
        Make(folder);
        keys.SetApplicationName(Application).PersistKeysToFileSystem(new DirectoryInfo(folder));
    }

    private static void Make(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartupFaultException([$"The folder {folder} cannot be made: {fault.Message} Choose another with Storage:KeysPath."]);
        }
    }
}
