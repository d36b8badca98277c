using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using AlignmentBot.Tests.Fakes;
using Microsoft.Data.Sqlite;

namespace AlignmentBot.Tests.Storage;

/// <summary>Which files are opened, by whom, and what the refusal says.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    public static TheoryData<int> EarlierSchemas => [.. Enumerable.Range(0, SqliteSchema.Newest)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string FileName => folder.File("bot.db");

    [Theory]
    [MemberData(nameof(EarlierSchemas))]
    public async Task A_store_of_each_earlier_schema_is_brought_up_to_date(int version)
    {
        using (var session = SqliteSession.OpenWriter(FileName))
            SqliteSchema.Apply(session, FileName, version);

        await using var store = await Open(SqliteOpen.Bot);
        await HandOver(store, 1);
        Assert.NotNull(await store.FindLead(Sample.Id(1), Ct));
        Assert.Equal(SqliteSchema.Newest, Version());
    }

    [Fact]
    public async Task What_an_earlier_schema_held_is_still_there()
    {
        using (var session = SqliteSession.OpenWriter(FileName))
        {
            SqliteSchema.Apply(session, FileName, 1);
            session.Run("""INSERT INTO pods VALUES ('emea', '{"id":"emea","name":"EMEA","timeZone":"Europe/Amsterdam","unknown":[1]}')""");
        }

        await using var store = await Open(SqliteOpen.Bot);
        Assert.Equal("EMEA", (await store.FindPod(Sample.Pod.Id, Ct))?.Name);
    }

    [Fact]
    public async Task A_script_that_fails_leaves_the_schema_before_it()
    {
        using (var session = SqliteSession.OpenWriter(FileName))
        {
            SqliteSchema.Apply(session, FileName, 2);
            session.Run("CREATE TABLE messages (a)");
        }

        await Assert.ThrowsAsync<SqliteException>(() => Open(SqliteOpen.Bot));
        Assert.Equal(2, Version());
        using var after = SqliteSession.OpenReader(FileName);
        Assert.Equal(0, after.Number("SELECT count(*) FROM sqlite_schema WHERE name = 'outbox'"));
    }

    [Theory]
    [InlineData(SqliteOpen.Bot)]
    [InlineData(SqliteOpen.Visitor)]
    [InlineData(SqliteOpen.ReadOnly)]
    public async Task A_schema_newer_than_the_program_is_refused(SqliteOpen how)
    {
        await (await Open(SqliteOpen.Bot)).DisposeAsync();
        using (var session = SqliteSession.OpenWriter(FileName))
            session.Run($"PRAGMA user_version = {SqliteSchema.Newest + 1}");

        await RefusedWith("written by a newer AlignmentBot", how);
    }

    [Theory]
    [InlineData(SqliteOpen.Bot)]
    [InlineData(SqliteOpen.Visitor)]
    [InlineData(SqliteOpen.ReadOnly)]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone(SqliteOpen how)
    {
        var text = string.Join('\n', Enumerable.Repeat("Dear diary, today two leads were won.", 200));
        await File.WriteAllTextAsync(FileName, text, Ct);

        await RefusedWith("is not an AlignmentBot store", how);
        Assert.Equal(text, await File.ReadAllTextAsync(FileName, Ct));
    }

    [Fact]
    public async Task The_database_of_another_program_is_refused_and_left_alone()
    {
        using (var other = SqliteSession.Open(FileName, SqliteOpenMode.ReadWriteCreate))
            other.Run("CREATE TABLE photos (id)");

        await RefusedWith("database of another program", SqliteOpen.Bot);
        using var after = SqliteSession.OpenReader(FileName);
        Assert.Equal(1, after.Number("SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(FileName);
        await RefusedWith("cannot be opened for writing", SqliteOpen.Bot);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_refused()
    {
        await File.WriteAllTextAsync(folder.File("file"), "", Ct);
        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => SqliteStore.Open(folder.File("file/bot.db"), SqliteOpen.Bot, Ct));
        Assert.Contains("cannot be made", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_file_that_cannot_be_written_is_told()
    {
        Directory.CreateDirectory(FileName + ".lock");
        await RefusedWith("cannot be written", SqliteOpen.Bot);
    }

    [Fact]
    public async Task Only_the_owner_can_read_a_store_and_its_backup()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        await using var store = await Open(SqliteOpen.Bot);
        await store.Backup(folder.File("copy.db"), Ct);

        foreach (var name in new[] { "bot.db", "bot.db-wal", "copy.db" })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File(name)));
    }

    [Fact]
    public async Task Missing_folders_are_made()
    {
        await using var store = await SqliteStore.Open(folder.File("a/b/bot.db"), SqliteOpen.Bot, Ct);
        await store.CheckWritable(Ct);
    }

    [Fact]
    public async Task A_second_bot_is_refused_until_the_first_has_ended()
    {
        var first = await Open(SqliteOpen.Bot);
        await RefusedWith("Another bot is using", SqliteOpen.Bot);

        await first.DisposeAsync();
        await (await Open(SqliteOpen.Bot)).DisposeAsync();
    }

    [Fact]
    public async Task A_refused_bot_leaves_no_lock_behind()
    {
        await File.WriteAllTextAsync(FileName, "not a database, but long enough to be read as the head of one: " + new string('x', 200), Ct);
        await RefusedWith("is not", SqliteOpen.Bot);
        File.Delete(FileName);
        await (await Open(SqliteOpen.Bot)).DisposeAsync();
    }

    [Fact]
    public async Task A_visitor_and_the_bot_see_what_the_other_wrote()
    {
        await using var bot = await Open(SqliteOpen.Bot);
        await bot.SavePod(Sample.Pod, Ct);
        await using var visitor = await Open(SqliteOpen.Visitor);
        await visitor.SaveMember(Sample.Rosa, Ct);

        Assert.Equal([Sample.Rosa], await bot.Members(Sample.Pod.Id, Ct));
        Assert.Equal([Sample.Pod], await visitor.Pods(Ct));
    }

    [Fact]
    public async Task A_visitor_writes_while_the_bot_is_busy()
    {
        await using var bot = await Open(SqliteOpen.Bot);
        await bot.SavePod(Sample.Pod, Ct);
        await using var visitor = await Open(SqliteOpen.Visitor);
        await Task.WhenAll(
            Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => HandOver(bot, i), Ct))),
            Task.WhenAll(Enumerable.Range(200, 50).Select(i => Task.Run(() => HandOver(visitor, i), Ct))));

        Assert.Equal(200, (await bot.ListLeads(new LeadQuery(null, [], null, null, 200), Ct)).Leads.Count);
        Assert.NotNull(await bot.FindLead(Sample.Id(249), Ct));
    }

    [Fact]
    public async Task A_visitor_makes_the_store_when_no_bot_has()
    {
        await using (var visitor = await Open(SqliteOpen.Visitor))
            await visitor.SavePod(Sample.Pod, Ct);

        await using var bot = await Open(SqliteOpen.Bot);
        Assert.Equal([Sample.Pod], await bot.Pods(Ct));
    }

    [Fact]
    public async Task A_visitor_never_upgrades_the_file_under_a_running_bot()
    {
        using (var session = SqliteSession.OpenWriter(FileName))
            SqliteSchema.Apply(session, FileName, SqliteSchema.Newest - 1);
        var before = Version();
        using var running = SqliteLock.TryTake(FileName);

        await RefusedWith("older version than this command", SqliteOpen.Visitor);
        Assert.NotEqual(SqliteSchema.Newest, before);
        Assert.Equal(before, Version());
    }

    [Fact]
    public async Task To_read_only_the_file_must_exist_and_hold_a_store()
    {
        await RefusedWith("There is no store at", SqliteOpen.ReadOnly);
        Assert.False(File.Exists(FileName));

        using (var session = SqliteSession.OpenWriter(FileName))
            session.Run("PRAGMA user_version = 0");
        await RefusedWith("is empty", SqliteOpen.ReadOnly);
    }

    [Fact]
    public async Task A_store_opened_to_read_only_reads_and_does_not_write()
    {
        await using var bot = await Open(SqliteOpen.Bot);
        await bot.SavePod(Sample.Pod, Ct);
        await using var reader = await Open(SqliteOpen.ReadOnly);

        Assert.Equal([Sample.Pod], await reader.Pods(Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await reader.SavePod(Sample.Other, Ct));
    }

    public void Dispose() => folder.Dispose();

    private static async Task HandOver(SqliteStore store, int number)
    {
        if (number == 1)
            await store.SavePod(Sample.Pod, Ct);
        Assert.IsType<CommitResult.Done>(await store.Commit(new Commit { Leads = [Sample.HandOver(number)] }, Ct));
    }

    private Task<SqliteStore> Open(SqliteOpen how) => SqliteStore.Open(FileName, how, Ct);

    private async Task RefusedWith(string words, SqliteOpen how)
    {
        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => Open(how));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Contains(FileName, refused.Message, StringComparison.Ordinal);
    }

    private long Version()
    {
        using var session = SqliteSession.OpenReader(FileName);
        return session.Number("PRAGMA user_version");
    }
}
