using NodaTime;

namespace AlignmentBot.Storage.Sqlite;

public sealed partial class SqliteStore
{
    public async ValueTask<IReadOnlyList<Timer>> ClaimTimers(Instant now, Duration lease, int limit, CancellationToken ct) =>
        await Write(session => TimerTable.Claim(session, now, lease, limit), ct);

    public ValueTask<Instant?> NextTimerDue(CancellationToken ct) => Read(TimerTable.NextDue, ct);

    public ValueTask<Timer?> FindTimer(string key, CancellationToken ct) => Read(session => TimerTable.Find(session, key), ct);
}
