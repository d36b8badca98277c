using System.Diagnostics;
using System.Globalization;
using AlignmentBot.Bench.History;
using AlignmentBot.Domain.Statistics;
using AlignmentBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bench;

/// <summary>What the figures of a pod cost over the sample history, beside the plain query that does without digests.</summary>
internal static class FiguresBenchmark
{
    private const int UsualLeads = 1_000_000;

    private static readonly Period Month = Period.Month(new LocalDate(2026, 10, 1));
    private static readonly Period HalfYear = new(new LocalDate(2026, 6, 1), new LocalDate(2026, 11, 30));
    private static readonly FigureFilter Campaign = new() { Campaign = "Autumn webinar" };

    /// <param name="path">A database that <c>history</c> made; null makes one of a million leads first.</param>
    public static async Task<int> Run(string? path)
    {
        var folder = Directory.CreateTempSubdirectory("bench-figures-").FullName;
        try
        {
            var file = path ?? Path.Combine(folder, "bot.db");
            if (path is null)
                await HistoryCommand.Run(file, UsualLeads.ToString(CultureInfo.InvariantCulture));
            await Measure(file);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Measure(string file)
    {
        await using var store = await SqliteStore.Open(file, SqliteOpen.Bot, CancellationToken.None);
        await store.RefreshFigures(CancellationToken.None);
        using var plain = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        plain.Open();
        (string Name, Func<Task<int>> Work)[] variants =
        [
            ("a month of the pod: digests", () => Of(store, Month, FigureFilter.All)),
            ("a month of the pod: outlines streamed", () => Streamed(store, Month)),
            ("a month of the pod: plain SQL", () => Task.FromResult(PlainSql.Month(plain, Month))),
            ("a month of one campaign: digests", () => Of(store, Month, Campaign)),
            ("six months of the pod: digests", () => Of(store, HalfYear, FigureFilter.All)),
            ("six months by rep: digests", () => By(store, HalfYear, Dimension.Rep)),
            ("the page's first view (90 days: whole, four breakdowns, weeks; six months' course): digests", () => FirstView(store)),
        ];

        var measured = variants.ToDictionary(variant => variant.Name, _ => new List<double>(), StringComparer.Ordinal);
        var leads = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var round = 0; round <= Rounds.Count; round++)
        {
            foreach (var (name, work) in variants)
            {
                var clock = Stopwatch.StartNew();
                leads[name] = await work();

                // The first round warms up.
                if (round > 0)
                    measured[name].Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        var unit = Rounds.Median(measured[variants[0].Name]);
        Console.WriteLine("| question | leads | ms (median of 5) | × the month by digests |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var (name, _) in variants)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {leads[name]:N0} | {Rounds.Median(measured[name]):N1} | {Rounds.Median(measured[name]) / unit:N1} |"));
    }

    private static async Task<int> Of(SqliteStore store, Period period, FigureFilter filter)
    {
        var tally = new Tally();
        foreach (var day in await store.Digests(HistoryPeople.Pod, period, CancellationToken.None))
            day.AddTo(key => filter.Matches(key) ? tally : null);
        return Figures.Of(tally, period, filter, HistoryCalendar.End).HandedOver;
    }

    private static async Task<int> Streamed(SqliteStore store, Period period) =>
        Figures.Of(Tally.Of(await store.Outlines(HistoryPeople.Pod, period, CancellationToken.None)), period, FigureFilter.All, HistoryCalendar.End).HandedOver;

    private static async Task<int> By(SqliteStore store, Period period, Dimension dimension)
    {
        var tallies = new Dictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var day in await store.Digests(HistoryPeople.Pod, period, CancellationToken.None))
            day.AddTo(key => tallies.TryGetValue(key.Of(dimension), out var known) ? known : tallies[key.Of(dimension)] = new Tally());
        return tallies.Values.Sum(tally => Figures.Of(tally, period, FigureFilter.All, HistoryCalendar.End).HandedOver);
    }

    private static async Task<int> FirstView(SqliteStore store)
    {
        var days = Period.LastDays(HistoryCalendar.LastDay, 90);
        var all = await Of(store, days, FigureFilter.All);
        foreach (var dimension in new[] { Dimension.Campaign, Dimension.Source, Dimension.Rep, Dimension.Marketer })
            await By(store, days, dimension);
        foreach (var week in days.Parts(Step.Week))
            await Of(store, week, FigureFilter.All);
        foreach (var month in HalfYear.Parts(Step.Month))
            await Of(store, month, FigureFilter.All);
        return all;
    }
}
