using AlignmentBot.Storage.Sqlite;
using AlignmentBot.Tests.Fakes;
using Microsoft.Data.Sqlite;

namespace AlignmentBot.Tests.Storage;

/// <summary>What happens within a group of writes that share one transaction.</summary>
public sealed class WriteQueueTests : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly WriteQueue queue;

    public WriteQueueTests()
    {
        var session = SqliteSession.OpenWriter(folder.File("queue.db"));
        session.Run("CREATE TABLE parents (id INTEGER PRIMARY KEY)");
        session.Run("CREATE TABLE rows (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED, filler BLOB)");
        queue = new WriteQueue(session);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failing_write_fails_alone_and_leaves_nothing_of_itself()
    {
        var (before, broken, after) = await TogetherBehindAnother(
            Insert(1),
            session =>
            {
                Insert(2)(session);
                throw new InvalidOperationException("of its own");
            },
            Insert(3));

        Assert.Equal(1, await before);
        Assert.Equal("of its own", (await Assert.ThrowsAsync<InvalidOperationException>(() => broken)).Message);
        Assert.Equal(1, await after);
        Assert.Equal("1 3", Rows());
    }

    [Fact]
    public async Task When_the_commit_fails_nobody_is_told_that_it_was_done()
    {
        var (first, orphan, last) = await TogetherBehindAnother(
            Insert(1), session => session.Run("INSERT INTO rows VALUES (2, 99, NULL)"), Insert(3));

        foreach (var write in new[] { first, orphan, last })
            await Assert.ThrowsAsync<SqliteException>(() => write);
        Assert.Equal("", Rows());

        await queue.Enqueue(Insert(4), Ct);
        Assert.Equal("4", Rows());
    }

    [Fact]
    public async Task A_full_disk_is_told_and_the_next_write_after_it_succeeds()
    {
        await queue.Enqueue(session => session.Number("PRAGMA max_page_count = 20"), Ct);
        var (small, big, last) = await TogetherBehindAnother(
            Insert(1), session => session.Run("INSERT INTO rows VALUES (2, NULL, zeroblob(500000))"), Insert(3));

        Assert.Equal(SQLitePCL.raw.SQLITE_FULL, (await Assert.ThrowsAsync<SqliteException>(() => big)).SqliteErrorCode);
        var kept = new List<string>();
        foreach (var (write, id) in new[] { (small, "1"), (last, "3") })
        {
            if (await Record.ExceptionAsync(() => write) is null)
                kept.Add(id);
        }

        Assert.Equal(string.Join(' ', kept), Rows());
        await queue.Enqueue(Insert(4), Ct);
        Assert.EndsWith("4", Rows(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_whose_caller_left_while_it_waited_is_not_made()
    {
        using var leaving = new CancellationTokenSource();
        using var gate = new ManualResetEventSlim();
        var busy = queue.Enqueue(Behind(gate), Ct);
        var left = queue.Enqueue(Insert(1), leaving.Token);
        var stayed = queue.Enqueue(Insert(2), Ct);
        await leaving.CancelAsync();
        gate.Set();

        await busy;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        await stayed;
        Assert.Equal("2", Rows());
    }

    [Fact]
    public async Task What_waits_when_the_queue_closes_is_still_made()
    {
        using var gate = new ManualResetEventSlim();
        var busy = queue.Enqueue(Behind(gate), Ct);
        var waiting = queue.Enqueue(Insert(1), Ct);
        var closing = queue.DisposeAsync();
        gate.Set();
        await closing;

        await busy;
        await waiting;
        Assert.Equal("1", Rows());
    }

    public async ValueTask DisposeAsync()
    {
        await queue.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Holds the writer until all three wait, so that they make one group.</summary>
    private async Task<(Task<int> First, Task<int> Second, Task<int> Third)> TogetherBehindAnother(
        Func<SqliteSession, int> first, Func<SqliteSession, int> second, Func<SqliteSession, int> third)
    {
        using var gate = new ManualResetEventSlim();
        using var started = new ManualResetEventSlim();
        var busy = queue.Enqueue(Behind(gate, started), Ct);
        started.Wait(Ct);
        var together = (queue.Enqueue(first, Ct), queue.Enqueue(second, Ct), queue.Enqueue(third, Ct));
        gate.Set();
        await busy;
        return together;
    }

    private static Func<SqliteSession, bool> Behind(ManualResetEventSlim gate, ManualResetEventSlim? started = null) => _ =>
    {
        started?.Set();
        gate.Wait(Ct);
        return true;
    };

    private static Func<SqliteSession, int> Insert(int id) => session => session.Use("INSERT INTO rows VALUES (?1, NULL, NULL)").Bind(id).Run();

    private string Rows()
    {
        using var reader = SqliteSession.OpenReader(folder.File("queue.db"));
        using var row = reader.Use("SELECT coalesce(group_concat(id, ' '), '') FROM (SELECT id FROM rows ORDER BY id)");
        Assert.True(row.Read());
        return row.Text(0);
    }
}
