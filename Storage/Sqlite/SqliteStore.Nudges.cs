using AlignmentBot.Domain;
using NodaTime;

namespace AlignmentBot.Storage.Sqlite;

public sealed partial class SqliteStore
{
    public ValueTask<IReadOnlyList<Nudge>> WaitingNudges(MemberId member, Instant now, CancellationToken ct) => Read<IReadOnlyList<Nudge>>(
        session =>
        {
            using var row = session.Use(NudgeTable.Waiting).Bind(member.Value).Bind(now);
            return NudgeTable.Read(row);
        },
        ct);

    public ValueTask<IReadOnlyList<Nudge>> NudgesOf(string batch, CancellationToken ct) => Read<IReadOnlyList<Nudge>>(
        session =>
        {
            using var row = session.Use(NudgeTable.OfBatch).Bind(batch);
            return NudgeTable.Read(row);
        },
        ct);

    public ValueTask<IReadOnlyList<Instant>> ToldSince(MemberId member, Instant since, CancellationToken ct) => Read<IReadOnlyList<Instant>>(
        session =>
        {
            var told = new List<Instant>();
            using var row = session.Use(NudgeTable.Told).Bind(member.Value).Bind(since);
            while (row.Read())
                told.Add(row.Instant(0));
            return told;
        },
        ct);

    public ValueTask<IReadOnlyDictionary<MemberId, int>> Turns(PodId pod, CancellationToken ct) => Read<IReadOnlyDictionary<MemberId, int>>(
        session =>
        {
            var turns = new Dictionary<MemberId, int>();
            using var row = session.Use(NudgeTable.TurnsOfPod).Bind(pod.Value);
            while (row.Read())
                turns[new MemberId(row.Text(0))] = row.Int(1);
            return turns;
        },
        ct);
}
