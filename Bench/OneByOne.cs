using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;

namespace AlignmentBot.Bench;

/// <summary>The plain way, to compare with: the same statements on the same disk, but a transaction for each call, behind a lock.</summary>
internal sealed class OneByOne(string path) : IDisposable
{
    private readonly SqliteSession session = SqliteSession.OpenWriter(path);
    private readonly SemaphoreSlim turn = new(1);

    public async ValueTask<CommitResult> Commit(Commit commit)
    {
        LeadRow[] leads = [.. commit.Leads.Select(LeadRow.Of)];
        await turn.WaitAsync();
        try
        {
            session.Run("BEGIN IMMEDIATE");
            var result = SqliteStore.CommitOne(session, commit, leads);
            session.Run("COMMIT");
            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        session.Dispose();
        turn.Dispose();
    }
}
