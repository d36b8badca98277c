using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Statistics;
using AlignmentBot.Storage.Json;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Counts from leads and their events alone, past everything that is kept for the figures.</summary>
internal static class LeadDays
{
    // Index: leads_by_pod.
    private const string Moments = "SELECT handed_over_at FROM leads WHERE pod = ?1 ORDER BY handed_over_at";

    private const string LeadsOfDay = "SELECT document FROM leads WHERE pod = ?1 AND handed_over_at >= ?2 AND handed_over_at < ?3 ORDER BY handed_over_at, id";

    /// <summary>The days on which leads were handed over, in the pod's zone.</summary>
    public static IReadOnlyList<LocalDate> Of(SqliteSession session, Pod pod)
    {
        var days = new List<LocalDate>();
        using var row = session.Use(Moments).Bind(pod.Id.Value);
        while (row.Read())
        {
            var day = row.Instant(0).InZone(pod.Zone).Date;
            if (days.Count == 0 || days[^1] != day)
                days.Add(day);
        }

        return days;
    }

    public static IReadOnlyList<LeadOutline> Count(SqliteSession session, Pod pod, LocalDate day)
    {
        var span = new Period(day, day).In(pod.Zone);
        var leads = new List<Lead>();
        using (var row = session.Use(LeadsOfDay).Bind(pod.Id.Value).Bind(span.Start).Bind(span.End))
        {
            while (row.Read())
                leads.Add(StoreJson.Read<Lead>(row.Utf8(0)));
        }

        return [.. leads.Select(lead => OutlineFold.Of(lead, SqliteStore.ReadEvents(session, lead.Id, from: 1, limit: -1)))];
    }
}
