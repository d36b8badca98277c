using System.Diagnostics;
using System.Globalization;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;

namespace AlignmentBot.Bench.History;

/// <summary>Writes a half year of sample history into a new database that the bot opens with <c>--Storage:Path=FILE</c>.</summary>
internal static class HistoryCommand
{
    public const int UsualLeads = 6_000;

    private const int PerCommit = 500;

    public static async Task<int> Run(string path, string? leads)
    {
        var count = leads is null ? UsualLeads : int.Parse(leads, NumberStyles.None, CultureInfo.InvariantCulture);
        if (File.Exists(path))
        {
            Console.WriteLine($"{path} is there already. Name a new file, or remove it first.");
            return 1;
        }

        var clock = Stopwatch.StartNew();
        await using var store = await SqliteStore.Open(path, SqliteOpen.Bot, CancellationToken.None);
        await Write(store, count);
        Console.WriteLine($"{path}: {count:N0} leads from {HistoryCalendar.FirstDay:uuuu-MM-dd} to {HistoryCalendar.LastDay:uuuu-MM-dd}, written in {clock.Elapsed.TotalSeconds:N0} s.");
        Console.WriteLine($"Open it with: dotnet run --project Bot -- --Storage:Path={path}");
        return 0;
    }

    public static async Task Write(SqliteStore store, int count)
    {
        await store.SavePod(HistoryPeople.Pod, CancellationToken.None);
        foreach (var member in HistoryPeople.Everybody)
            await store.SaveMember(member, CancellationToken.None);
        await store.Commit(new Commit { Agreements = HistoryCalendar.Agreements }, CancellationToken.None);
        foreach (var numbers in Enumerable.Range(1, count).Chunk(PerCommit))
            await store.Commit(new Commit { Leads = [.. numbers.Select(HistoryLife.Make)] }, CancellationToken.None);
        await store.RefreshFigures(CancellationToken.None);
    }
}
