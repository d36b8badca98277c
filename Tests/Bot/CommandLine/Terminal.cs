using AlignmentBot.Bot.CommandLine;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Bot.CommandLine;

/// <summary>Types commands at a store of its own.</summary>
public sealed class Terminal : IDisposable
{
    private readonly TempFolder folder = new();

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string StorePath => folder.File("bot.db");

    public string File(string name) => folder.File(name);

    public Task<Ran> Run(params string[] args) => RunAt(StorePath, args);

    public static async Task<Ran> RunAt(string storePath, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await BotCommandLine.Run([.. args, "--Storage:Path", storePath], output, error, Ct);
        return new Ran(code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>Looks into the store as a command would.</summary>
    public async Task<T> Look<T>(Func<IStore, ValueTask<T>> look)
    {
        await using var store = await SqliteStore.Open(StorePath, SqliteOpen.Visitor, Ct);
        return await look(store);
    }

    public void Dispose() => folder.Dispose();
}

public sealed record Ran(int Code, string Output, string Error)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<string> Faults => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
