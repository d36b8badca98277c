using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using NodaTime;

namespace AlignmentBot.Storage.Sqlite;

public sealed partial class SqliteStore
{
    public ValueTask<StoredRound?> FindRound(RoundId id, CancellationToken ct) => Read(
        session =>
        {
            using var row = session.Use(RoundTable.ById).Bind(id.Value);
            return RoundTable.Read(row).FirstOrDefault();
        },
        ct);

    public ValueTask<IReadOnlyList<StoredRound>> Rounds(PodId pod, int limit, CancellationToken ct) => Read<IReadOnlyList<StoredRound>>(
        session =>
        {
            using var row = session.Use(RoundTable.OfPod).Bind(pod.Value).Bind(limit);
            return RoundTable.Read(row);
        },
        ct);

    public ValueTask<IReadOnlyList<RoundEvent>> RoundHistory(RoundId id, CancellationToken ct) => Read<IReadOnlyList<RoundEvent>>(
        session =>
        {
            using var row = session.Use(RoundTable.Events).Bind(id.Value);
            return RoundTable.ReadEvents(row, id);
        },
        ct);

    public ValueTask<IReadOnlyList<MemberId>> Voted(RoundId round, CancellationToken ct) => Read<IReadOnlyList<MemberId>>(
        session =>
        {
            var members = new List<MemberId>();
            using var row = session.Use(BallotTable.Voters).Bind(round.Value);
            while (row.Read())
                members.Add(new MemberId(row.Text(0)));
            return members;
        },
        ct);

    public ValueTask<BallotBox> BallotBox(RoundId round, CancellationToken ct) => Read(
        session =>
        {
            // The number first: a vote that comes between the two then shows as one that is missing.
            var casts = BallotTable.Casts(session, round);
            using var row = session.Use(BallotTable.OfRound).Bind(round.Value);
            return new BallotBox(casts, BallotTable.Read(row));
        },
        ct);

    public ValueTask<HiddenBallot?> FindBallot(RoundId round, string voter, CancellationToken ct) => Read(
        session =>
        {
            using var row = session.Use(BallotTable.OfVoter).Bind(round.Value).Bind(voter);
            return BallotTable.Read(row).FirstOrDefault();
        },
        ct);

    public ValueTask<bool> KnowsBallotDelivery(RoundId round, string mark, CancellationToken ct) => Read(
        session =>
        {
            using var row = session.Use(BallotTable.Delivered).Bind(round.Value).Bind(mark);
            return row.Read() && row.Int(0) > 0;
        },
        ct);

    public ValueTask<IReadOnlyList<SealedBallot>> SealedBallots(RoundId round, CancellationToken ct) => Read<IReadOnlyList<SealedBallot>>(
        session =>
        {
            using var row = session.Use(BallotTable.SealedOfRound).Bind(round.Value);
            return BallotTable.ReadSealed(row);
        },
        ct);

    public ValueTask<bool> Scrub(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return ValueTask.FromResult(SqliteScrub.Run(path));
    }

    public ValueTask<StoredKudos?> FindKudos(string id, CancellationToken ct) => Read(
        session =>
        {
            using var row = session.Use(KudosTable.ById).Bind(id);
            return KudosTable.Read(row).FirstOrDefault();
        },
        ct);

    public ValueTask<IReadOnlyList<StoredKudos>> KudosOf(PodId pod, Instant from, Instant until, CancellationToken ct) => Read<IReadOnlyList<StoredKudos>>(
        session =>
        {
            using var row = session.Use(KudosTable.OfPod).Bind(pod.Value).Bind(from).Bind(until);
            return KudosTable.Read(row);
        },
        ct);

    public ValueTask<int> CountKudosGiven(MemberId giver, Instant from, CancellationToken ct) => Read(session => KudosTable.Count(session, giver, from), ct);
}
