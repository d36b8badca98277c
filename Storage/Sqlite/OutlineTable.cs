using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Statistics;
using AlignmentBot.Storage.Json;
using NodaTime;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Leads as the figures see them, and which of them are out of date.</summary>
internal static class OutlineTable
{
    private const string MarkOne = "INSERT INTO stale_outlines (lead) VALUES (?1) ON CONFLICT (lead) DO NOTHING";

    // Along the primary key: those that were marked before the question, once each.
    private const string StaleAfter = """
        SELECT s.lead, l.version, l.document FROM stale_outlines s JOIN leads l ON l.number = s.lead
        WHERE s.lead > ?1 ORDER BY s.lead LIMIT ?2
        """;

    private const string VersionOf = "SELECT version FROM leads WHERE number = ?1";

    private const string Unmark = "DELETE FROM stale_outlines WHERE lead = ?1";

    private const string Columns = """
        id, rep, marketer, campaign, source, tier, version, state, complete, employees, decided_at, accepted_at, contacted_at, qualified_at,
        opportunity_at, won_at, lost_at, loss_reason, amount, currency, releases, answered, decision_raw, decision_working, contact_raw,
        contact_working, rejections, promises
        """;

    private const string Upsert = $"""
        INSERT OR REPLACE INTO outlines (pod, handed_over_at, lead, {Columns})
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31)
        """;

    // Along the primary key: one stretch of the table.
    private const string Between = $"SELECT handed_over_at, {Columns} FROM outlines WHERE pod = ?1 AND handed_over_at >= ?2 AND handed_over_at < ?3 ORDER BY handed_over_at, lead";

    private const string MomentsOfPod = "SELECT handed_over_at FROM outlines WHERE pod = ?1 ORDER BY handed_over_at";

    /// <summary>A lead that is out of date, as it was read.</summary>
    public sealed record Stale(long Number, long Version, Lead Lead, LeadOutline Outline);

    /// <summary>The one thing that a decision pays for the figures.</summary>
    public static void Mark(SqliteSession session, long lead) => session.Use(MarkOne).Bind(lead).Run();

    public static IReadOnlyList<Stale> ReadStale(SqliteSession session, long after, int limit)
    {
        var leads = new List<(long Number, long Version, Lead Lead)>();
        using (var row = session.Use(StaleAfter).Bind(after).Bind(limit))
        {
            while (row.Read())
                leads.Add((row.Long(0), row.Long(1), StoreJson.Read<Lead>(row.Utf8(2))));
        }

        return [.. leads.Select(lead => new Stale(lead.Number, lead.Version, lead.Lead, OutlineFold.Of(lead.Lead, SqliteStore.ReadEvents(session, lead.Lead.Id, from: 1, limit: -1))))];
    }

    /// <summary>Writes the outline, unless the lead has moved on since it was read: then it stays marked.</summary>
    public static bool Write(SqliteSession session, Stale stale)
    {
        using (var row = session.Use(VersionOf).Bind(stale.Number))
        {
            if (!row.Read() || row.Long(0) != stale.Version)
                return false;
        }

        Save(session, stale.Lead.Pod, stale.Number, stale.Outline);
        session.Use(Unmark).Bind(stale.Number).Run();
        return true;
    }

    /// <summary>One after the other while they are asked for.</summary>
    public static IEnumerable<LeadOutline> Read(SqliteSession session, PodId pod, Interval span)
    {
        var texts = new TextPool();
        using var row = session.Use(Between).Bind(pod.Value).Bind(span.Start).Bind(span.End);
        while (row.Read())
            yield return ReadOne(row, texts);
    }

    /// <summary>The days on which the pod's leads were handed over, each once.</summary>
    public static IReadOnlyList<LocalDate> Days(SqliteSession session, PodId pod, DateTimeZone zone)
    {
        var days = new List<LocalDate>();
        using var row = session.Use(MomentsOfPod).Bind(pod.Value);
        while (row.Read())
        {
            var day = row.Instant(0).InZone(zone).Date;
            if (days.Count == 0 || days[^1] != day)
                days.Add(day);
        }

        return days;
    }

    private static void Save(SqliteSession session, PodId pod, long number, LeadOutline lead)
    {
        var group = lead.Group;
        session.Use(Upsert)
            .Bind(pod.Value).Bind(lead.HandedOverAt).Bind(number).Bind(lead.Id.Value)
            .Bind(group.Rep).Bind(group.Marketer).Bind(group.Campaign).Bind(group.Source).Bind(group.Tier).Bind(group.AgreementVersion)
            .Bind(lead.State).Bind(lead.Complete).Bind(lead.Employees)
            .Bind(lead.DecidedAt).Bind(lead.AcceptedAt).Bind(lead.ContactedAt).Bind(lead.QualifiedAt).Bind(lead.OpportunityAt).Bind(lead.WonAt).Bind(lead.LostAt)
            .Bind(lead.LossReason).Bind(OutlineText.Of(lead.Amount?.Amount)).Bind(lead.Amount?.Currency).Bind(lead.Releases).Bind(lead.Answered)
            .Bind(Ticks(lead.DecisionRaw)).Bind(Ticks(lead.DecisionWorking)).Bind(Ticks(lead.ContactRaw)).Bind(Ticks(lead.ContactWorking))
            .Bind(OutlineText.Of(lead.Rejections)).Bind(OutlineText.Of(lead.Promises)).Run();
    }

    private static LeadOutline ReadOne(Statement row, TextPool texts) => new(new LeadId(row.Text(1)), row.Instant(0), ReadGroup(row, texts))
    {
        State = texts.Of(row.Utf8(8)),
        Complete = row.Long(9) != 0,
        Employees = row.IsNull(10) ? null : row.Int(10),
        DecidedAt = row.InstantOrNull(11),
        AcceptedAt = row.InstantOrNull(12),
        ContactedAt = row.InstantOrNull(13),
        QualifiedAt = row.InstantOrNull(14),
        OpportunityAt = row.InstantOrNull(15),
        WonAt = row.InstantOrNull(16),
        LostAt = row.InstantOrNull(17),
        LossReason = row.TextOrNull(18),
        Amount = row.IsNull(19) ? null : new Money(OutlineText.Amount(row.Text(19)), row.Text(20)),
        Releases = row.Int(21),
        Answered = row.Int(22),
        DecisionRaw = Time(row, 23),
        DecisionWorking = Time(row, 24),
        ContactRaw = Time(row, 25),
        ContactWorking = Time(row, 26),
        Rejections = OutlineText.Rejections(row.Text(27)),
        Promises = OutlineText.Promises(row.Text(28)),
    };

    private static GroupKey ReadGroup(Statement row, TextPool texts) => new(
        texts.Of(row.Utf8(2)), texts.Of(row.Utf8(3)), texts.Of(row.Utf8(4)), texts.Of(row.Utf8(5)), texts.Of(row.Utf8(6)), row.Int(7));

    private static long? Ticks(Duration? time) => time is { } known ? known.BclCompatibleTicks : null;

    private static Duration? Time(Statement row, int column) => row.IsNull(column) ? null : Duration.FromTicks(row.Long(column));
}
