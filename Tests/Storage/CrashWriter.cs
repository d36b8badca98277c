using System.Globalization;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Tests.Storage;

/// <summary>
/// A process of its own that hands over and accepts leads as fast as it can, sixteen at a time, until it is killed. It writes a line for each
/// commit after the store has acknowledged it: lead, version, and a dot that shows that the line is whole.
/// </summary>
internal static class CrashWriter
{
    public const string Command = "crash-writer";
    public const string Ready = "ready";
    private const int Callers = 16;

    public static async Task<int> Run(string file)
    {
        await using var store = await SqliteStore.Open(file, SqliteOpen.Bot, CancellationToken.None);
        await using var output = Console.OpenStandardOutput();
        await store.SavePod(Sample.Pod, CancellationToken.None);
        await store.SaveMember(Sample.Rosa, CancellationToken.None);
        var first = (await store.ListLeads(new LeadQuery(Sample.Pod.Id, [], null, null, 1), CancellationToken.None)).Leads is [var last]
            ? int.Parse(last.Lead.Id.Value.AsSpan(4), CultureInfo.InvariantCulture) + 1000
            : 0;
        Say(output, Ready);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => Write(store, output, first + caller))));
        return 0;
    }

    private static async Task Write(SqliteStore store, Stream output, int first)
    {
        for (var number = first; ; number += Callers)
        {
            // Handed over one second later than the one before: the newest is the highest number.
            await Commit(store, output, Sample.HandOver(number, Sample.Monday + NodaTime.Duration.FromSeconds(number)));
            var stored = await store.FindLead(Sample.Id(number), CancellationToken.None);
            await Commit(store, output, Sample.Accept(stored!, Sample.Monday + NodaTime.Duration.FromSeconds(number + 60)));
        }
    }

    private static async Task Commit(SqliteStore store, Stream output, LeadWrite write)
    {
        var version = write.ExpectedVersion + 1;
        var key = string.Create(CultureInfo.InvariantCulture, $"{write.Lead.Id}/{version}");
        var result = await store.Commit(
            new Commit
            {
                Leads = [write],
                Delivery = Sample.Click(key),
                Owed = [Sample.Card(0) with { Effect = key }],
                Timers = [new Timer(key, Sample.Monday, "undo", key)],
            },
            CancellationToken.None);
        if (result is not CommitResult.Done)
            throw new InvalidOperationException($"{key}: {result}");
        Say(output, string.Create(CultureInfo.InvariantCulture, $"{key} ."));
    }

    private static void Say(Stream output, string line)
    {
        lock (output)
        {
            output.Write(System.Text.Encoding.ASCII.GetBytes(line + "\n"));
            output.Flush();
        }
    }
}
