using AlignmentBot.Storage.Json;
using NodaTime;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Lists leads page by page, newest hand-over first: along an index in that order. That of a pod also holds what is filtered by.</summary>
internal static class LeadList
{
    private const int LargestPage = 200;

    private const string Matching = """
        (handed_over_at, id) < (?2, ?3)
        AND (?4 IS NULL OR state IN (SELECT value FROM json_each(?4)))
        AND (?5 IS NULL OR owner = ?5)
        ORDER BY handed_over_at DESC, id DESC LIMIT ?1
        """;

    // Index: leads_by_time.
    private const string Everywhere = $"SELECT version, event_count, document FROM leads WHERE {Matching}";

    // Index: leads_by_pod.
    private const string OfPod = $"SELECT version, event_count, document FROM leads WHERE pod = ?6 AND {Matching}";

    /// <exception cref="ArgumentOutOfRangeException">The limit is not 1 to 200.</exception>
    public static LeadPage Page(SqliteSession session, LeadQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, LargestPage, nameof(query));

        using var row = Ask(session, query);
        // One more than the page holds: it says whether there is another page.
        var leads = SqliteStore.ReadLeads(row);
        if (leads.Count <= query.Limit)
            return new LeadPage(leads, null);

        leads.RemoveAt(query.Limit);
        var last = leads[^1].Lead;
        return new LeadPage(leads, new LeadCursor(last.HandedOverAt, last.Id));
    }

    private static Statement Ask(SqliteSession session, LeadQuery query)
    {
        var row = session.Use(query.Pod is null ? Everywhere : OfPod)
            .Bind(query.Limit + 1)
            .Bind(query.Cursor?.HandedOverAt ?? Instant.MaxValue)
            .Bind(query.Cursor?.Id.Value ?? "");
        row = query.States.Count == 0 ? row.Bind((string?)null) : row.BindUtf8(StoreJson.Write(query.States));
        row = row.Bind(query.Owner?.Value);
        return query.Pod is { } pod ? row.Bind(pod.Value) : row;
    }
}
