using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Statistics;

/// <summary>Counts by plain SQL over the tables of leads and events. It shares no code, and no table, with what the product counts by.</summary>
internal sealed class PlainFigures : IDisposable
{
    /// <summary>Each promise with its due date. Moments are compared as text without their zone: a shorter fraction is the earlier one.</summary>
    private const string Promises = """
        (SELECT json_extract(c.value, '$.clause') AS clause, rtrim(json_extract(c.value, '$.stoppedAt'), 'Z') AS stopped, rtrim(json_extract(c.value, '$.dueAt'), 'Z') AS due
         FROM leads, json_each(leads.document, '$.clocks') c)
        """;

    /// <summary>The first fact of these kinds in each lead's history.</summary>
    private const string FirstOf = "(SELECT lead, min(number) AS number, at, fact FROM events WHERE kind IN (@kinds) GROUP BY lead)";

    private readonly SqliteConnection connection;

    public PlainFigures(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
    }

    public void Dispose() => connection.Dispose();

    public int Count(string sql) => Convert.ToInt32(Rows(sql)[0][0], CultureInfo.InvariantCulture);

    /// <summary>Leads to which this has happened.</summary>
    public int With(params string[] kinds) => Count($"SELECT count(DISTINCT lead) FROM events WHERE kind IN ({Quoted(kinds)})");

    /// <summary>Promises kept, those that ended or are overdue, and those overdue.</summary>
    public (int Kept, int Of, int Overdue) Kept(Instant now, params string[] clauses)
    {
        var row = Rows($"""
            SELECT coalesce(sum(stopped IS NOT NULL AND stopped <= due), 0), coalesce(sum(stopped IS NOT NULL OR due < '{now:uuuu-MM-ddTHH:mm:ss}'), 0),
                coalesce(sum(stopped IS NULL AND due < '{now:uuuu-MM-ddTHH:mm:ss}'), 0)
            FROM {Promises} WHERE due IS NOT NULL AND clause IN ({Quoted(clauses)})
            """)[0];
        return (Number(row[0]), Number(row[1]), Number(row[2]));
    }

    /// <summary>Whole seconds from the first offer to the first decision, in working time as it was measured, in order.</summary>
    public IReadOnlyList<int> DecisionWorking() => Seconds($"SELECT json_extract(fact, '$.measured.worked') FROM {First("accepted", "rejected")}");

    /// <summary>The same by the clock on the wall. Only for leads that were complete when they were handed over.</summary>
    public IReadOnlyList<int> DecisionRaw() =>
        [.. Rows($"SELECT (d.at - h.at) / 10000000 FROM {First("accepted", "rejected")} d JOIN {First("handed_over")} h ON h.lead = d.lead").Select(row => Number(row[0])).Order()];

    /// <summary>From the acceptance to the first contact, in working time.</summary>
    public IReadOnlyList<int> ContactWorking() => Seconds($"SELECT json_extract(fact, '$.measured.worked') FROM {First("contacted")}");

    /// <summary>What a field of the brief says, and of how many leads, most first; nothing is an empty word.</summary>
    public IReadOnlyList<(string Value, int Leads)> By(string field) =>
    [
        .. Rows($"SELECT coalesce(json_extract(fact, '$.brief.{field}'), ''), count(*) FROM events WHERE kind = 'handed_over' GROUP BY 1 ORDER BY 2 DESC, 1")
            .Select(row => (row[0], Number(row[1]))),
    ];

    /// <summary>The value at this share of the list by nearest rank, in whole minutes.</summary>
    public static int MinutesAt(double share, IReadOnlyList<int> seconds) => seconds[(int)Math.Ceiling(share * seconds.Count) - 1] / 60;

    private IReadOnlyList<int> Seconds(string sql) => [.. Rows(sql).Select(row => SecondsOf(row[0])).Order()];

    /// <summary>Reads <c>hours:mm:ss.fraction</c>.</summary>
    private static int SecondsOf(string time)
    {
        var parts = time.Split(':');
        return (Number(parts[0]) * 60 + Number(parts[1])) * 60 + Number(parts[2].Split('.')[0]);
    }

    private static string First(params string[] kinds) => FirstOf.Replace("@kinds", Quoted(kinds), StringComparison.Ordinal);

    private static string Quoted(string[] words) => string.Join(", ", words.Select(word => $"'{word}'"));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private List<string[]> Rows(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is the test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!)]);
        return rows;
    }
}
