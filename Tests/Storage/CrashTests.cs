using System.Diagnostics;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Storage;

/// <summary>What was acknowledged is there after the process was killed, and nothing is there by half.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Kills = 20;
    private readonly TempFolder folder = new();
    private readonly HashSet<string> acknowledged = new(StringComparer.Ordinal);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string FileName => folder.File("bot.db");

    [Fact]
    public async Task Twenty_kills_under_load_lose_nothing_and_leave_nothing_half_done()
    {
        for (var kill = 0; kill < Kills; kill++)
        {
            // The moment is counted in acknowledged commits: from none at all, while the file is being made, to hundreds.
            await WriteAndKill(after: kill * kill * 3);
            await CheckWhole();
        }

        Assert.True(acknowledged.Count > Kills * 100, $"Only {acknowledged.Count} commits were acknowledged.");
    }

    [Fact]
    public async Task A_file_that_another_process_uses_is_refused_until_that_process_is_dead()
    {
        using var writer = Start();
        Assert.Equal(CrashWriter.Ready, await writer.StandardOutput.ReadLineAsync(Ct));

        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => SqliteStore.Open(FileName, SqliteOpen.Bot, Ct));
        Assert.Contains(FileName, refused.Message, StringComparison.Ordinal);

        writer.Kill();
        await writer.StandardOutput.ReadToEndAsync(Ct);
        await writer.WaitForExitAsync(Ct);
        await using var next = await SqliteStore.Open(FileName, SqliteOpen.Bot, Ct);
        await next.CheckWritable(Ct);
    }

    public void Dispose() => folder.Dispose();

    private async Task WriteAndKill(int after)
    {
        using var writer = Start();
        for (var line = 0; line < after; line++)
            Keep(await writer.StandardOutput.ReadLineAsync(Ct));
        writer.Kill();

        // What still lies in the pipe was acknowledged too.
        while (await writer.StandardOutput.ReadLineAsync(Ct) is { } line)
            Keep(line);
        await writer.WaitForExitAsync(Ct);
    }

    private void Keep(string? line)
    {
        Assert.NotNull(line);
        if (line.EndsWith(" .", StringComparison.Ordinal))
            acknowledged.Add(line[..^2]);
    }

    private async Task CheckWhole()
    {
        await using var store = await SqliteStore.Open(FileName, SqliteOpen.Bot, Ct);
        using var session = SqliteSession.OpenReader(FileName);
        Assert.Equal("ok", Column(session, "PRAGMA integrity_check").Single());
        Assert.Empty(Column(session, "PRAGMA foreign_key_check"));

        var states = Column(session, "SELECT id || '/1' FROM leads UNION ALL SELECT id || '/2' FROM leads WHERE version = 2");
        Assert.Subset(states, acknowledged);
        foreach (var kept in new[] { "SELECT id || '/' || events.number FROM events JOIN leads ON leads.number = lead", "SELECT id FROM deliveries", "SELECT effect FROM outbox", "SELECT key FROM timers" })
            Assert.Equal(states, Column(session, kept));
        Assert.Equal(Column(session, "SELECT id || '/' || version FROM leads"), Column(session, "SELECT id || '/' || event_count FROM leads"));
        foreach (var newest in (await store.ListLeads(new LeadQuery(null, [], null, null, 200), Ct)).Leads)
            Assert.Equal(newest.Lead, LeadHistory.Replay(await store.History(newest.Lead.Id, Ct)));
    }

    private static HashSet<string> Column(SqliteSession session, string sql)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        using var row = session.Use(sql);
        while (row.Read())
            Assert.True(values.Add(row.Text(0)));
        return values;
    }

    private Process Start() => Process.Start(new ProcessStartInfo("dotnet", [typeof(CrashWriter).Assembly.Location, CrashWriter.Command, FileName])
    {
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;
}
