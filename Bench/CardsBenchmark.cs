using System.Buffers;
using System.Diagnostics;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Rendering;

namespace AlignmentBot.Bench;

/// <summary>What one lead's card costs: drawing it from the lead, and rendering it for each platform.</summary>
internal static class CardsBenchmark
{
    private const int Turns = 20_000;

    public static int Run()
    {
        var view = SampleLeads.View();
        var reader = Reader.Everyone(view.Pod);
        var card = LeadCard.Draw(view, reader);
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        (string Name, Action Work)[] variants =
        [
            ("draw the neutral card", () => LeadCard.Draw(view, reader)),
            ("Block Kit", () => BlockKitRenderer.Message(card, reader, output)),
            ("Adaptive Card", () => AdaptiveCardRenderer.Card(card, reader, output)),
            ("HTML", () => HtmlCardRenderer.Card(card, reader, output)),
        ];

        var measured = variants.ToDictionary(variant => variant.Name, _ => new List<(double Micros, double Allocated)>(), StringComparer.Ordinal);
        for (var round = 0; round <= Rounds.Count; round++)
        {
            foreach (var (name, work) in variants)
            {
                var cost = Measure(work, output);

                // The first round warms up.
                if (round > 0)
                    measured[name].Add(cost);
            }
        }

        var folder = Directory.CreateTempSubdirectory("bench-cards-").FullName;
        var syncMicros = 1_000_000 / DiskProbe.SyncsPerSecond(folder);
        Directory.Delete(folder, recursive: true);
        Print(variants, measured, output, syncMicros);
        return 0;
    }

    private static (double Micros, double Allocated) Measure(Action work, ArrayBufferWriter<byte> output)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < Turns; turn++)
        {
            output.ResetWrittenCount();
            work();
        }

        return (Stopwatch.GetElapsedTime(started).TotalMicroseconds / Turns, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)Turns);
    }

    private static void Print((string Name, Action Work)[] variants, Dictionary<string, List<(double Micros, double Allocated)>> measured, ArrayBufferWriter<byte> output, double syncMicros)
    {
        Console.WriteLine($"One sync of this disk takes {syncMicros:N0} µs.");
        Console.WriteLine("| step | µs | bytes allocated | bytes written | share of a sync |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var (name, work) in variants)
        {
            output.ResetWrittenCount();
            work();
            var micros = Rounds.Median(measured[name].Select(cost => cost.Micros));
            Console.WriteLine($"| {name} | {micros:N1} | {Rounds.Median(measured[name].Select(cost => cost.Allocated)):N0} | {output.WrittenCount:N0} | {micros / syncMicros:P1} |");
        }
    }
}
