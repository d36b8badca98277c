using AlignmentBot.Bench.History;
using Microsoft.Data.Sqlite;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bench;

/// <summary>The baseline: a month's main figures by one query over the columns, median and ninth decile by window functions.</summary>
internal static class PlainSql
{
    private const string Query = """
        WITH mine AS (
            SELECT *, row_number() OVER (ORDER BY decision_raw) AS place, count(decision_raw) OVER () AS decisions
            FROM outlines WHERE pod = @pod AND handed_over_at >= @from AND handed_over_at < @until)
        SELECT count(*), sum(complete), count(decided_at), count(accepted_at), count(contacted_at), count(qualified_at), count(opportunity_at), count(won_at),
            count(lost_at), sum(releases), sum(answered),
            max(CASE WHEN place = (count_nulls + (decisions + 1) / 2) THEN decision_raw END), max(CASE WHEN place = (count_nulls + (decisions * 9 + 9) / 10) THEN decision_raw END)
        FROM mine, (SELECT count(*) - count(decision_raw) AS count_nulls FROM outlines WHERE pod = @pod AND handed_over_at >= @from AND handed_over_at < @until)
        """;

    public static int Month(SqliteConnection connection, Period period)
    {
        var span = period.In(HistoryPeople.Pod.Zone);
        using var command = connection.CreateCommand();
        command.CommandText = Query;
        command.Parameters.AddWithValue("@pod", HistoryPeople.Pod.Id.Value);
        command.Parameters.AddWithValue("@from", span.Start.ToUnixTimeTicks());
        command.Parameters.AddWithValue("@until", span.End.ToUnixTimeTicks());
        using var reader = command.ExecuteReader();
        reader.Read();
        return reader.GetInt32(0);
    }
}
