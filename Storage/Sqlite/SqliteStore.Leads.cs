using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage.Json;

namespace AlignmentBot.Storage.Sqlite;

public sealed partial class SqliteStore
{
    private const string LeadById = "SELECT version, event_count, document FROM leads WHERE id = ?1";

    // Index: the unique one on id.
    private const string LeadsByPrefix =
        "SELECT version, event_count, document FROM leads WHERE id >= ?2 AND id < ?3 AND pod = ?1 ORDER BY id LIMIT ?4";

    // Index: leads_by_state, one stretch of it per state; the owner is read from the row.
    private const string OpenCountsOfPod = """
        SELECT state, owner, count(*), min(handed_over_at) FROM leads
        WHERE pod = ?1 AND state IN ('incomplete', 'offered', 'rejected', 'accepted', 'contacted', 'qualified', 'opportunity')
        GROUP BY state, owner
        """;

    private const string EventsOfLead = """
        SELECT number, at, author, door, fact FROM events
        WHERE lead = (SELECT number FROM leads WHERE id = ?1) AND number >= ?2 ORDER BY number LIMIT ?3
        """;

    public ValueTask<StoredLead?> FindLead(LeadId id, CancellationToken ct) => Read(session => FindLead(session, id.Value), ct);

    public ValueTask<StoredLead?> FindOpenLead(PodId pod, string? emailKey, string? externalId, CancellationToken ct) => Read(
        session => LeadTable.FindOpen(session, pod.Value, emailKey, externalId, except: "") is { } id ? FindLead(session, id.Value) : null,
        ct);

    public ValueTask<IReadOnlyList<StoredLead>> FindLeadsByPrefix(PodId pod, string prefix, int limit, CancellationToken ct) => Read<IReadOnlyList<StoredLead>>(
        session =>
        {
            // U+10FFFF sorts after everything that can follow the prefix.
            using var row = session.Use(LeadsByPrefix).Bind(pod.Value).Bind(prefix).Bind(prefix + "\U0010FFFF").Bind(limit);
            return ReadLeads(row);
        },
        ct);

    public ValueTask<LeadPage> ListLeads(LeadQuery query, CancellationToken ct) => Read(session => LeadList.Page(session, query), ct);

    public ValueTask<IReadOnlyList<LeadCount>> CountOpenLeads(PodId pod, CancellationToken ct) => Read<IReadOnlyList<LeadCount>>(
        session =>
        {
            var counts = new List<LeadCount>();
            using var row = session.Use(OpenCountsOfPod).Bind(pod.Value);
            while (row.Read())
                counts.Add(new LeadCount(row.Text(0), row.TextOrNull(1) is { } owner ? new MemberId(owner) : null, row.Int(2), row.Instant(3)));
            return counts;
        },
        ct);

    public ValueTask<IReadOnlyList<LeadEvent>> History(LeadId id, CancellationToken ct) =>
        Read(session => ReadEvents(session, id, from: 1, limit: -1), ct);

    public ValueTask<LeadEvent?> FindEvent(LeadId id, int number, CancellationToken ct) => Read(
        session => ReadEvents(session, id, number, limit: 1).FirstOrDefault(happened => happened.Number == number),
        ct);

    public ValueTask<Delivery?> FindDelivery(Door door, string id, CancellationToken ct) => Read(session => DeliveryTable.Find(session, door, id), ct);

    internal static List<StoredLead> ReadLeads(Statement row)
    {
        var leads = new List<StoredLead>();
        while (row.Read())
            leads.Add(ReadLead(row));
        return leads;
    }

    private static StoredLead? FindLead(SqliteSession session, string id)
    {
        using var row = session.Use(LeadById).Bind(id);
        return row.Read() ? ReadLead(row) : null;
    }

    private static StoredLead ReadLead(Statement row) => new(StoreJson.Read<Lead>(row.Utf8(2)), row.Long(0), row.Int(1));

    internal static IReadOnlyList<LeadEvent> ReadEvents(SqliteSession session, LeadId id, int from, int limit)
    {
        var events = new List<LeadEvent>();
        using var row = session.Use(EventsOfLead).Bind(id.Value).Bind(from).Bind(limit);
        while (row.Read())
        {
            events.Add(new LeadEvent(
                id, row.Int(0), row.Instant(1), AuthorText.From(row.Text(2)), StoredNames.Doors.From(row.Text(3)), StoreJson.Read<LeadFact>(row.Utf8(4))));
        }

        return events;
    }
}
