using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Storage;

/// <summary>The embedded store keeps the promises of every store.</summary>
public sealed class SqliteStoreTests : StoreContract
{
    private readonly TempFolder folder = new();

    protected override async Task<IStore> Create() => await SqliteStore.Open(folder.File("bot.db"), SqliteOpen.Bot, Ct);

    protected override Task Remove()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }
}
