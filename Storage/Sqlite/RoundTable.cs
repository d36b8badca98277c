using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Storage.Json;
using NodaTime.Text;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Rounds with their history.</summary>
internal static class RoundTable
{
    public const string ById = "SELECT document, version, event_count FROM rounds WHERE id = ?1";

    // Index: the unique one on pod and month.
    public const string OfPod = "SELECT document, version, event_count FROM rounds WHERE pod = ?1 ORDER BY month DESC LIMIT ?2";

    public const string Events = "SELECT number, at, author, door, fact FROM round_events WHERE round = ?1 ORDER BY number";

    private const string Version = "SELECT version, event_count FROM rounds WHERE id = ?1";

    private const string Upsert = """
        INSERT INTO rounds (id, pod, month, version, event_count, document) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (id) DO UPDATE SET version = ?4, event_count = ?5, document = ?6
        """;

    private const string InsertEvent = "INSERT INTO round_events (round, number, at, author, door, kind, fact) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

    public static bool IsCurrent(SqliteSession session, RoundId id, long version) => Head(session, id).Version == version;

    /// <summary>Also false when a vote came after those that are to be sealed.</summary>
    public static bool IsCurrent(SqliteSession session, RoundWrite write) => IsCurrent(session, write.Round.Id, write.ExpectedVersion)
        && (write.Sealing?.Casts is not { } casts || casts == BallotTable.Casts(session, write.Round.Id));

    public static void Save(SqliteSession session, RoundWrite write)
    {
        var (round, id) = (write.Round, write.Round.Id.Value);
        var known = Head(session, round.Id).EventCount;
        session.Use(Upsert).Bind(id).Bind(round.Pod.Value).Bind(YearMonthPattern.Iso.Format(round.Month))
            .Bind(write.ExpectedVersion + 1).Bind(known + write.Events.Count).BindUtf8(StoreJson.Write(round)).Run();
        foreach (var happened in write.Events)
        {
            session.Use(InsertEvent).Bind(id).Bind(++known == happened.Number ? happened.Number : throw Misnumbered(happened)).Bind(happened.At)
                .Bind(AuthorText.Of(happened.By)).Bind(StoredNames.Doors.Of(happened.Door))
                .Bind(StoredNames.RoundFacts[happened.Fact.GetType()]).BindUtf8(StoreJson.Write(happened.Fact)).Run();
        }

        if (write.Sealing is { } sealing)
            BallotTable.Seal(session, round.Id, sealing.Ballots);
    }

    public static List<StoredRound> Read(Statement row)
    {
        var rounds = new List<StoredRound>();
        while (row.Read())
            rounds.Add(new StoredRound(StoreJson.Read<Round>(row.Utf8(0)), row.Long(1), row.Int(2)));
        return rounds;
    }

    public static List<RoundEvent> ReadEvents(Statement row, RoundId id)
    {
        var events = new List<RoundEvent>();
        while (row.Read())
            events.Add(new RoundEvent(id, row.Int(0), row.Instant(1), AuthorText.From(row.Text(2)), StoredNames.Doors.From(row.Text(3)), StoreJson.Read<RoundFact>(row.Utf8(4))));
        return events;
    }

    private static (long Version, int EventCount) Head(SqliteSession session, RoundId id)
    {
        using var row = session.Use(Version).Bind(id.Value);
        return row.Read() ? (row.Long(0), row.Int(1)) : (0, 0);
    }

    private static InvalidOperationException Misnumbered(RoundEvent happened) => new($"Event {happened.Number} of round {happened.Round} does not follow the last one.");
}
