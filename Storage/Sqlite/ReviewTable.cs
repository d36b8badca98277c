using AlignmentBot.Domain;
using AlignmentBot.Domain.Review;
using AlignmentBot.Storage.Json;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Packs, check-ins and decisions: a document each, beside the columns that questions need.</summary>
internal static class ReviewTable
{
    private const string UpsertPack = """
        INSERT INTO packs (pod, kind, from_day, document) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (pod, kind, from_day) DO UPDATE SET document = ?4
        """;

    private const string PackOf = "SELECT document FROM packs WHERE pod = ?1 AND kind = ?2 AND from_day = ?3";

    private const string InsertCheckIn = "INSERT INTO check_ins (id, pod, opened_at, document) VALUES (?1, ?2, ?3, ?4)";

    private const string CheckInById = "SELECT document FROM check_ins WHERE id = ?1";

    // Index: check_ins_of_pod.
    private const string NewestCheckIn = "SELECT document FROM check_ins WHERE pod = ?1 ORDER BY opened_at DESC LIMIT 1";

    private const string UpsertDecision = """
        INSERT INTO review_decisions (id, pod, check_in, made_at, done, document) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (id) DO UPDATE SET done = ?5, document = ?6
        """;

    private const string DecisionById = "SELECT document FROM review_decisions WHERE id = ?1";

    // Index: review_decisions_of_check_in.
    private const string OfCheckIn = "SELECT document FROM review_decisions WHERE check_in = ?1 ORDER BY made_at";

    // Index: review_decisions_open.
    private const string Open = "SELECT document FROM review_decisions WHERE pod = ?1 AND done = 0 ORDER BY made_at LIMIT ?2";

    private const string SetTimerIfMissing = """
        INSERT INTO timers (key, due, kind, subject, ready_at, held) VALUES (?1, ?2, ?3, ?4, ?2, 0)
        ON CONFLICT (key) DO NOTHING
        """;

    public static void Save(SqliteSession session, ReviewWrites writes)
    {
        if (writes.Pack is { } pack)
            session.Use(UpsertPack).Bind(pack.Pod.Value).Bind(StoredNames.PackKinds.Of(pack.Kind)).Bind(Day(pack.From)).BindUtf8(StoreJson.Write(pack)).Run();
        if (writes.CheckIn is { } checkIn)
            session.Use(InsertCheckIn).Bind(checkIn.Id).Bind(checkIn.Pod.Value).Bind(checkIn.OpenedAt).BindUtf8(StoreJson.Write(checkIn)).Run();
        if (writes.Decision is { } decision)
        {
            session.Use(UpsertDecision)
                .Bind(decision.Id).Bind(decision.Pod.Value).Bind(decision.CheckIn).Bind(decision.MadeAt).Bind(decision.DoneAt is not null)
                .BindUtf8(StoreJson.Write(decision)).Run();
        }
    }

    public static ReviewPack? FindPack(SqliteSession session, PodId pod, PackKind kind, LocalDate from)
    {
        using var row = session.Use(PackOf).Bind(pod.Value).Bind(StoredNames.PackKinds.Of(kind)).Bind(Day(from));
        return row.Read() ? StoreJson.Read<ReviewPack>(row.Utf8(0)) : null;
    }

    public static CheckIn? FindCheckIn(SqliteSession session, string id) => One<CheckIn>(session.Use(CheckInById).Bind(id));

    public static CheckIn? LastCheckIn(SqliteSession session, PodId pod) => One<CheckIn>(session.Use(NewestCheckIn).Bind(pod.Value));

    public static ReviewDecision? FindDecision(SqliteSession session, string id) => One<ReviewDecision>(session.Use(DecisionById).Bind(id));

    public static IReadOnlyList<ReviewDecision> DecisionsOf(SqliteSession session, string checkIn) => All(session.Use(OfCheckIn).Bind(checkIn));

    public static IReadOnlyList<ReviewDecision> OpenDecisions(SqliteSession session, PodId pod, int limit) =>
        All(session.Use(Open).Bind(pod.Value).Bind(limit));

    public static int SetMissing(SqliteSession session, ValueList<Timer> timers) =>
        timers.Sum(timer => session.Use(SetTimerIfMissing).Bind(timer.Key).Bind(timer.Due).Bind(timer.Kind).Bind(timer.Subject).Run());

    private static T? One<T>(Statement statement)
        where T : class
    {
        using (statement)
            return statement.Read() ? StoreJson.Read<T>(statement.Utf8(0)) : null;
    }

    private static List<ReviewDecision> All(Statement statement)
    {
        var all = new List<ReviewDecision>();
        using (statement)
        {
            while (statement.Read())
                all.Add(StoreJson.Read<ReviewDecision>(statement.Utf8(0)));
        }

        return all;
    }

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
