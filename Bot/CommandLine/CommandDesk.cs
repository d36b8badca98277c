using AlignmentBot.Bot.Hosting;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using NodaTime;

namespace AlignmentBot.Bot.CommandLine;

/// <summary>What a command needs: the store of the configuration, and where to write.</summary>
/// <param name="switches">Settings from the command line, over those of the files and the environment.</param>
public sealed class CommandDesk(string[] switches, TextWriter output, TextWriter error)
{
    public TextWriter Output => output;

    public Instant Now { get; } = new BotClock(TimeProvider.System).Now;

    /// <summary>The settings, read as the bot reads them.</summary>
    public IConfiguration Configuration => WebApplication.CreateBuilder(new WebApplicationOptions { Args = switches, ContentRootPath = AppContext.BaseDirectory }).Configuration;

    /// <summary>Where the bot would listen.</summary>
    public HostPlace Place => HostPlace.Of(WebApplication.CreateBuilder(new WebApplicationOptions { Args = switches, ContentRootPath = AppContext.BaseDirectory }));

    /// <summary>The database file.</summary>
    public string StoragePath => Path.GetFullPath(Storage.Path);

    /// <summary>The folder of the keys that encipher what the store keeps secret.</summary>
    public string KeysFolder => Storage.KeysFolder;

    private StorageOptions Storage
    {
        get
        {
            var configured = Configuration.GetSection("Storage").Get<StorageOptions>() ?? new StorageOptions();
            return string.IsNullOrWhiteSpace(configured.Path) ? new StorageOptions { KeysPath = configured.KeysPath } : configured;
        }
    }

    /// <summary>Says why not.</summary>
    /// <returns>The exit code of a refusal.</returns>
    public async Task<int> Refuse(string sentence)
    {
        await error.WriteLineAsync(sentence);
        return BotCommandLine.Refused;
    }

    /// <summary>Writes a line, which ends the command well.</summary>
    public async Task<int> Say(string sentence)
    {
        await output.WriteLineAsync(sentence);
        return BotCommandLine.Done;
    }

    /// <summary>Opens the store beside a bot that may be running.</summary>
    public Task<int> WithStore(SqliteOpen how, Func<IStore, Task<int>> work, CancellationToken ct) => Try(async () =>
    {
        await using var store = await SqliteStore.Open(StoragePath, how, ct);
        return await work(store);
    });

    /// <summary>Turns what keeps a command from working into a sentence.</summary>
    public async Task<int> Try(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (StoreRefusedException refused)
        {
            return await Refuse(refused.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return await Refuse($"A file cannot be used: {fault.Message}");
        }
    }

    /// <summary>Writes rows under headings, the columns aligned.</summary>
    public async Task<int> Table(string[] headings, IReadOnlyCollection<string[]> rows)
    {
        var widths = headings.Select((heading, column) => rows.Select(row => row[column].Length).Append(heading.Length).Max()).ToArray();
        foreach (var row in rows.Prepend(headings))
            await output.WriteLineAsync(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        return BotCommandLine.Done;
    }
}
