using AlignmentBot.Domain;
using AlignmentBot.Storage.Figures;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Days added up, and which of them are out of date.</summary>
internal static class DigestTable
{
    private const string MarkDay = """
        INSERT INTO digests (pod, day, marked, built) VALUES (?1, ?2, 1, 0)
        ON CONFLICT (pod, day) DO UPDATE SET marked = marked + 1
        """;

    // Along the primary key.
    private const string DaysOfPeriod = "SELECT day, marked, built, body FROM digests WHERE pod = ?1 AND day >= ?2 AND day <= ?3 ORDER BY day";

    private const string StaleOfPod = "SELECT day FROM digests WHERE pod = ?1 AND marked <> built ORDER BY day";

    private const string SaveBody = "UPDATE digests SET built = ?3, body = ?4 WHERE pod = ?1 AND day = ?2";

    private const string ZoneOf = "SELECT zone FROM digest_zones WHERE pod = ?1";

    private const string SaveZone = "INSERT INTO digest_zones (pod, zone) VALUES (?1, ?2) ON CONFLICT (pod) DO UPDATE SET zone = ?2";

    private const string Forget = "DELETE FROM digests WHERE pod = ?1";

    /// <summary>A day as it is stored. <paramref name="Body"/> is null when it is out of date.</summary>
    public sealed record Row(LocalDate Day, long Marked, byte[]? Body);

    public static void Mark(SqliteSession session, PodId pod, LocalDate day) => session.Use(MarkDay).Bind(pod.Value).Bind(Number(day)).Run();

    public static IReadOnlyList<Row> Read(SqliteSession session, PodId pod, Period period)
    {
        var rows = new List<Row>();
        using var row = session.Use(DaysOfPeriod).Bind(pod.Value).Bind(Number(period.From)).Bind(Number(period.Until));
        while (row.Read())
        {
            var fresh = row.Long(1) == row.Long(2) && !row.IsNull(3) && row.Utf8(3)[0] == DigestWriter.Version;
            rows.Add(new Row(Day(row.Long(0)), row.Long(1), fresh ? row.Utf8(3).ToArray() : null));
        }

        return rows;
    }

    public static IReadOnlyList<LocalDate> Stale(SqliteSession session, PodId pod)
    {
        var days = new List<LocalDate>();
        using var row = session.Use(StaleOfPod).Bind(pod.Value);
        while (row.Read())
            days.Add(Day(row.Long(0)));
        return days;
    }

    /// <param name="marked">The mark that was read before the day was counted: a later one leaves it out of date.</param>
    public static void Save(SqliteSession session, PodId pod, DayDigest digest, long marked) =>
        session.Use(SaveBody).Bind(pod.Value).Bind(Number(digest.Day)).Bind(marked).BindBlob(digest.Body.Span).Run();

    /// <summary>The zone in which the pod's days are cut; null before they were for the first time.</summary>
    public static DateTimeZone? ZoneOfPod(SqliteSession session, PodId pod)
    {
        using var row = session.Use(ZoneOf).Bind(pod.Value);
        return row.Read() ? DateTimeZoneProviders.Tzdb[row.Text(0)] : null;
    }

    public static bool IsCutIn(SqliteSession session, PodId pod, string zone) => ZoneOfPod(session, pod)?.Id == zone;

    /// <summary>Forgets the pod's days, and marks those of the new zone.</summary>
    public static void CutAnew(SqliteSession session, PodId pod, DateTimeZone zone)
    {
        if (IsCutIn(session, pod, zone.Id))
            return;
        session.Use(Forget).Bind(pod.Value).Run();
        foreach (var day in OutlineTable.Days(session, pod, zone))
            Mark(session, pod, day);
        session.Use(SaveZone).Bind(pod.Value).Bind(zone.Id).Run();
    }

    private static long Number(LocalDate day) => NodaTime.Period.DaysBetween(NodaConstants.UnixEpoch.InUtc().Date, day);

    private static LocalDate Day(long number) => NodaConstants.UnixEpoch.InUtc().Date.PlusDays((int)number);
}
