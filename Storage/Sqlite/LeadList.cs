using System.Globalization;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage.Json;
using NodaTime;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Lists leads page by page, newest hand-over first. Each kind of question has an index that holds its answer in that order.</summary>
internal static class LeadList
{
    private const int LargestPage = 200;

    private const string Columns = "SELECT version, event_count, document, handed_over_at, id FROM leads";
    private const string Newest = "ORDER BY handed_over_at DESC, id DESC LIMIT ?1";
    private const string AfterCursor = "(handed_over_at, id) < (?2, ?3)";
    private const string InStates = "(?4 IS NULL OR state IN (SELECT value FROM json_each(?4)))";

    // Index: leads_by_time.
    private const string Everywhere = $"{Columns} WHERE {AfterCursor} AND {InStates} {Newest}";

    // Index: leads_by_owner.
    private const string OfOwner = $"{Columns} WHERE owner = ?5 AND {AfterCursor} AND {InStates} AND (?6 IS NULL OR pod = ?6) {Newest}";

    // Index: leads_by_state, one stretch of it per state, merged in order.
    private const string OfPodInState = $"{Columns} WHERE pod = ?4 AND {AfterCursor} AND state = ";
    private const int FirstStateParameter = 5;

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

    private static Statement Ask(SqliteSession session, LeadQuery query) => query switch
    {
        { Owner: { } owner } => InStatesOf(Start(session, OfOwner, query), query).Bind(owner.Value).Bind(query.Pod?.Value),
        { Pod: { } pod } => OfPod(session, query, pod),
        _ => InStatesOf(Start(session, Everywhere, query), query),
    };

    private static Statement Start(SqliteSession session, string sql, LeadQuery query) => session.Use(sql)
        .Bind(query.Limit + 1)
        .Bind(query.Cursor?.HandedOverAt ?? Instant.MaxValue)
        .Bind(query.Cursor?.Id.Value ?? "");

    private static Statement InStatesOf(Statement row, LeadQuery query) =>
        query.States.Count == 0 ? row.Bind((string?)null) : row.BindUtf8(StoreJson.Write(query.States));

    private static Statement OfPod(SqliteSession session, LeadQuery query, PodId pod)
    {
        var states = (query.States.Count == 0 ? StateNames.All : query.States).Distinct(StringComparer.Ordinal).ToArray();
        var parts = states.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"{OfPodInState}?{FirstStateParameter + i}"));
        var row = Start(session, $"{string.Join(" UNION ALL ", parts)} {Newest}", query).Bind(pod.Value);
        return states.Aggregate(row, (statement, state) => statement.Bind(state));
    }
}
