using System.Collections.Concurrent;
using System.Security.Cryptography;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain.Awards;
using Microsoft.AspNetCore.DataProtection;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>
/// The keys of the rounds that are open: one file each, enciphered, in a folder of their own and never in the database. So neither a backup of
/// the database nor its freed pages ever hold one. When a round is sealed its file is overwritten and deleted.
/// </summary>
public sealed class RoundKeys(BotSettings settings)
{
    private const string Purpose = "AlignmentBot.Awards.RoundKey";

    private readonly ConcurrentDictionary<RoundId, RoundKey> open = new();
    private readonly Lazy<IDataProtector> protector = new(() => ProtectionKeys.Open(settings.KeysFolder).CreateProtector(Purpose));

    private string Folder => Path.Combine(settings.KeysFolder, "rounds");

    /// <summary>Makes the key of a round that is about to open; one that was made for an opening that never was is replaced.</summary>
    public async Task<RoundKey> Make(RoundId round, CancellationToken ct)
    {
        var secret = RandomNumberGenerator.GetBytes(RoundKey.Size);
        MakeFolder();
        var (path, fresh) = (PathOf(round), PathOf(round) + ".new");
        await using (var file = Create(fresh))
        {
            await file.WriteAsync(protector.Value.CreateProtector(round.Value).Protect(secret), ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
        return open[round] = new RoundKey(round, secret);
    }

    /// <summary>The key of a round that is open, or null when it is gone.</summary>
    public async ValueTask<RoundKey?> Find(RoundId round, CancellationToken ct)
    {
        if (open.TryGetValue(round, out var known))
            return known;
        try
        {
            var secret = protector.Value.CreateProtector(round.Value).Unprotect(await File.ReadAllBytesAsync(PathOf(round), ct));
            return open.GetOrAdd(round, new RoundKey(round, secret));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Ends the key for good. Doing it twice changes nothing more.</summary>
    public void Destroy(RoundId round)
    {
        if (open.TryRemove(round, out var key))
            key.Forget();
        var path = PathOf(round);
        if (!File.Exists(path))
            return;
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write))
        {
            file.Write(new byte[file.Length]);
            file.Flush(flushToDisk: true);
        }

        File.Delete(path);
    }

    private string PathOf(RoundId round) => Path.Combine(Folder, round.Value + ".key");

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Folder);
        else
            Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
