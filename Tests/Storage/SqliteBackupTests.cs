using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using AlignmentBot.Tests.Fakes;
using Microsoft.Data.Sqlite;

namespace AlignmentBot.Tests.Storage;

/// <summary>A backup is whole, and a restore either puts it in place or changes nothing.</summary>
public sealed class SqliteBackupTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string FileName => folder.File("bot.db");

    private string Copy => folder.File("copy.db");

    [Fact]
    public async Task A_backup_made_during_writes_is_of_one_moment_and_can_be_restored()
    {
        await using (var store = await OpenWith(leads: 300))
        {
            var writing = Task.WhenAll(Enumerable.Range(300, 300).Select(i => Task.Run(() => HandOver(store, i), Ct)));
            await store.Backup(Copy, Ct);
            await writing;
        }

        Assert.Equal(FileName + ".before-restore-1", SqliteRestore.Restore(Copy, FileName));
        await using var restored = await SqliteStore.Open(FileName, SqliteOpen.Bot, Ct);
        using var session = SqliteSession.OpenReader(FileName);
        Assert.InRange(session.Number("SELECT count(*) FROM leads"), 300, 600);
        Assert.Equal(session.Number("SELECT count(*) FROM leads"), session.Number("SELECT count(*) FROM leads JOIN events ON lead = leads.number JOIN outbox ON effect = 'card/' || (0 + substr(leads.id, 5))"));
        await HandOver(restored, 1000);
    }

    [Fact]
    public async Task A_backup_is_one_file_and_leaves_nothing_else_behind()
    {
        await using (var store = await OpenWith(leads: 1))
            await store.Backup(Copy, Ct);

        Assert.Equal(["bot.db", "bot.db.lock", "copy.db"], Names());
    }

    [Fact]
    public async Task A_backup_can_be_made_beside_a_running_bot_by_a_reader()
    {
        await using var bot = await OpenWith(leads: 3);
        await using (var reader = await SqliteStore.Open(FileName, SqliteOpen.ReadOnly, Ct))
            await reader.Backup(Copy, Ct);

        await using var copy = await SqliteStore.Open(Copy, SqliteOpen.ReadOnly, Ct);
        Assert.Equal(3, (await copy.ListLeads(new LeadQuery(null, [], null, null, 10), Ct)).Leads.Count);
    }

    [Fact]
    public async Task A_backup_never_overwrites_a_file()
    {
        await File.WriteAllTextAsync(Copy, "mine", Ct);
        await using var store = await OpenWith(leads: 1);

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => store.Backup(Copy, Ct));
        Assert.Contains(Copy, refused.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Copy, Ct));
    }

    [Fact]
    public async Task A_backup_into_a_folder_that_is_not_there_fails_with_a_sentence()
    {
        await using var store = await OpenWith(leads: 1);
        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => store.Backup(folder.File("nowhere/copy.db"), Ct));
        Assert.Contains("folder", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_bot_left_in_its_log_stays_with_the_former_file()
    {
        await Backup(leads: 1);
        await using (var store = await SqliteStore.Open(FileName, SqliteOpen.Bot, Ct))
        {
            await HandOver(store, 7);
            // As after a kill: the newest commits stand only in the log.
            foreach (var name in new[] { "", "-wal", "-shm" })
                File.Copy(FileName + name, folder.File("killed.db") + name);
        }

        var former = SqliteRestore.Restore(Copy, folder.File("killed.db"));

        await using var kept = await SqliteStore.Open(former!, SqliteOpen.ReadOnly, Ct);
        Assert.NotNull(await kept.FindLead(Sample.Id(7), Ct));
        await using var restored = await SqliteStore.Open(folder.File("killed.db"), SqliteOpen.Bot, Ct);
        Assert.Null(await restored.FindLead(Sample.Id(7), Ct));
        Assert.NotNull(await restored.FindLead(Sample.Id(0), Ct));
    }

    [Fact]
    public async Task Each_restore_keeps_its_own_former_file()
    {
        await Backup(leads: 1);
        Assert.Equal(FileName + ".before-restore-1", SqliteRestore.Restore(Copy, FileName));
        Assert.Equal(FileName + ".before-restore-2", SqliteRestore.Restore(Copy, FileName));
        Assert.True(File.Exists(Copy));
    }

    [Fact]
    public async Task A_restore_to_a_new_place_has_no_former_file()
    {
        await Backup(leads: 2);
        Assert.Null(SqliteRestore.Restore(Copy, folder.File("new/bot.db")));
        await using var store = await SqliteStore.Open(folder.File("new/bot.db"), SqliteOpen.Bot, Ct);
        Assert.NotNull(await store.FindLead(Sample.Id(1), Ct));
    }

    [Fact]
    public async Task A_damaged_store_can_be_replaced()
    {
        await Backup(leads: 1);
        await File.WriteAllTextAsync(FileName, new string('x', 5000), Ct);

        Assert.Equal(FileName + ".before-restore-1", SqliteRestore.Restore(Copy, FileName));
        await (await SqliteStore.Open(FileName, SqliteOpen.Bot, Ct)).DisposeAsync();
    }

    [Fact]
    public async Task A_restore_under_a_running_bot_is_refused()
    {
        await Backup(leads: 1);
        await using var running = await SqliteStore.Open(FileName, SqliteOpen.Bot, Ct);
        Refused(Copy, "A bot is running");
        await HandOver(running, 5);
    }

    [Fact]
    public async Task A_damaged_backup_is_refused()
    {
        await Backup(leads: 200);
        await using (var file = new FileStream(Copy, FileMode.Open))
        {
            file.Position = file.Length / 2;
            file.Write(Enumerable.Repeat((byte)0xA5, 9000).ToArray());
        }

        Refused(Copy, "damaged");
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_is_refused()
    {
        await Backup(leads: 1);
        using (var session = SqliteSession.Open(Copy, SqliteOpenMode.ReadWrite))
            session.Run($"PRAGMA user_version = {SqliteSchema.Newest + 1}");
        Refused(Copy, "newer AlignmentBot");
    }

    [Fact]
    public async Task Other_files_are_refused_as_a_backup()
    {
        await Backup(leads: 1);
        Refused(folder.File("missing.db"), "There is no backup");
        Refused(FileName, "both the backup and the store");

        await File.WriteAllTextAsync(folder.File("notes.txt"), new string('x', 5000), Ct);
        Refused(folder.File("notes.txt"), "is not an AlignmentBot store");
        await File.WriteAllTextAsync(folder.File("empty"), "", Ct);
        Refused(folder.File("empty"), "is empty");
    }

    public void Dispose() => folder.Dispose();

    private static async Task HandOver(SqliteStore store, int number) => Assert.IsType<CommitResult.Done>(
        await store.Commit(new Commit { Leads = [Sample.HandOver(number)], Owed = [Sample.Card(number)] }, Ct));

    private async Task<SqliteStore> OpenWith(int leads)
    {
        var store = await SqliteStore.Open(FileName, SqliteOpen.Bot, Ct);
        await store.SavePod(Sample.Pod, Ct);
        await Task.WhenAll(Enumerable.Range(0, leads).Select(i => HandOver(store, i)));
        return store;
    }

    private async Task Backup(int leads)
    {
        await using var store = await OpenWith(leads);
        await store.Backup(Copy, Ct);
    }

    /// <summary>The restore is refused, and the store is as it was.</summary>
    private void Refused(string backup, string words)
    {
        var before = File.ReadAllBytes(FileName);
        var refused = Assert.Throws<StoreRefusedException>(() => SqliteRestore.Restore(backup, FileName));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(FileName));
        Assert.DoesNotContain(Names(), name => name.Contains("restor", StringComparison.Ordinal));
    }

    private string[] Names() => [.. Directory.GetFiles(folder.Path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
