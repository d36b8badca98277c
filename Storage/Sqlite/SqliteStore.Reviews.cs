using AlignmentBot.Domain;
using AlignmentBot.Domain.Review;
using NodaTime;

namespace AlignmentBot.Storage.Sqlite;

public sealed partial class SqliteStore
{
    public ValueTask<ReviewPack?> FindPack(PodId pod, PackKind kind, LocalDate from, CancellationToken ct) =>
        Read(session => ReviewTable.FindPack(session, pod, kind, from), ct);

    public ValueTask<CheckIn?> FindCheckIn(string id, CancellationToken ct) => Read(session => ReviewTable.FindCheckIn(session, id), ct);

    public ValueTask<CheckIn?> LastCheckIn(PodId pod, CancellationToken ct) => Read(session => ReviewTable.LastCheckIn(session, pod), ct);

    public ValueTask<IReadOnlyList<ReviewDecision>> DecisionsOf(string checkIn, CancellationToken ct) =>
        Read(session => ReviewTable.DecisionsOf(session, checkIn), ct);

    public ValueTask<ReviewDecision?> FindDecision(string id, CancellationToken ct) => Read(session => ReviewTable.FindDecision(session, id), ct);

    public ValueTask<IReadOnlyList<ReviewDecision>> OpenDecisions(PodId pod, int limit, CancellationToken ct) =>
        Read(session => ReviewTable.OpenDecisions(session, pod, limit), ct);

    public async ValueTask SetMissingTimers(ValueList<Timer> timers, CancellationToken ct) =>
        await Write(session => ReviewTable.SetMissing(session, timers), ct);
}
