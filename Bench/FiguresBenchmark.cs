using System.Diagnostics;
using System.Globalization;
using AlignmentBot.Bench.History;
using AlignmentBot.Bot.Handlers;
using AlignmentBot.Bot.Handlers.Statistics;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Bot.Statistics;
using AlignmentBot.Domain.Statistics;
using AlignmentBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
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
        // Not started: nothing but the questions runs, at the end of the sample's time.
        await using var app = await BotHost.Build(
            ["--urls", "http://127.0.0.1:0", "--Storage:Path=" + file, "--Local:SampleData=false", $"--Clock:Start={HistoryCalendar.End}", "--environment", "Development", "--Logging:LogLevel:Default=Warning"],
            CancellationToken.None);
        var store = app.Services.GetRequiredService<IStore>();
        var desk = app.Services.GetRequiredService<FigureDesk>();
        var page = new PageView(app.Services);
        await store.RefreshFigures(CancellationToken.None);
        using var plain = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        plain.Open();
        (string Name, Func<Task<int>> Work)[] variants =
        [
            ("a month of the pod: digests", () => Of(desk, Month, FigureFilter.All)),
            ("a month of the pod: outlines streamed", () => Streamed(store, Month)),
            ("a month of the pod: plain SQL", () => Task.FromResult(PlainSql.Month(plain, Month))),
            ("a month of one campaign: digests", () => Of(desk, Month, Campaign)),
            ("six months of the pod: digests", () => Of(desk, HalfYear, FigureFilter.All)),
            ("six months by rep: digests", () => By(desk, HalfYear, Dimension.Rep)),
            ("a month's fairness", () => Fairness(desk, Month)),
            ("a month's file, a line per lead", () => LinesOfFile(app.Services, Month)),
            ("the page's first view: figures", () => page.Read("")),
            ("the page's first view: whole answer", () => page.Draw("")),
            ("the page, one campaign", () => page.Draw("?campaign=Autumn+webinar")),
            ("the page, one rep, six months", () => page.Draw("?period=6-months&rep=rosa")),
            ("the page, tier A, this month", () => page.Draw("?period=this-month&tier=A")),
        ];
        await Print(variants);
    }

    private static async Task Print((string Name, Func<Task<int>> Work)[] variants)
    {
        var measured = variants.ToDictionary(variant => variant.Name, _ => new List<double>(), StringComparer.Ordinal);
        var worked = variants.ToDictionary(variant => variant.Name, _ => new List<double>(), StringComparer.Ordinal);
        var leads = new Dictionary<string, int>(StringComparer.Ordinal);
        using var process = Process.GetCurrentProcess();
        for (var round = 0; round <= Rounds.Count; round++)
        {
            foreach (var (name, work) in variants)
            {
                process.Refresh();
                var before = process.TotalProcessorTime;
                var clock = Stopwatch.StartNew();
                leads[name] = await work();

                // The first round warms up.
                if (round == 0)
                    continue;
                measured[name].Add(clock.Elapsed.TotalMilliseconds);
                process.Refresh();
                worked[name].Add((process.TotalProcessorTime - before).TotalMilliseconds);
            }
        }

        var unit = Rounds.Median(measured[variants[0].Name]);
        Console.WriteLine("| question | leads | ms (median of 5) | processor ms | × the month by digests |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var (name, _) in variants)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {leads[name]:N0} | {Rounds.Median(measured[name]):N1} | {Rounds.Median(worked[name]):N1} | {Rounds.Median(measured[name]) / unit:N1} |"));
    }

    private static async Task<int> Of(FigureDesk desk, Period period, FigureFilter filter) =>
        (await desk.Of(HistoryPeople.Pod.Id, period, filter, CancellationToken.None)).HandedOver;

    private static async Task<int> Streamed(IStore store, Period period) =>
        Figures.Of(await store.FoldOutlines(HistoryPeople.Pod, period, Tally.Of, CancellationToken.None), period, FigureFilter.All, HistoryCalendar.End).HandedOver;

    private static async Task<int> By(FigureDesk desk, Period period, Dimension dimension) =>
        (await desk.By(HistoryPeople.Pod.Id, dimension, period, FigureFilter.All, CancellationToken.None)).Sum(part => part.Figures.HandedOver);

    private static async Task<int> Fairness(FigureDesk desk, Period period) =>
        (await desk.Fairness(HistoryPeople.Pod.Id, period, CancellationToken.None)).Decided;

    private static async Task<int> LinesOfFile(IServiceProvider services, Period period)
    {
        var pod = (await services.GetRequiredService<Rosters>().Find(HistoryPeople.Pod.Id, CancellationToken.None))!;
        var file = await services.GetRequiredService<IStore>().FoldOutlines(pod.Pod, period, leads => LeadCsv.Write(leads, pod), CancellationToken.None);
        return file.AsSpan().Count((byte)'\n') - 1;
    }
}
