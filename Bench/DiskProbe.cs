using System.Diagnostics;

namespace AlignmentBot.Bench;

/// <summary>How often this disk can make 4 KB durable in a second: the measure beside which everything stored is judged.</summary>
internal static class DiskProbe
{
    private const int Page = 4096;
    private const int Pages = 2048;
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(500);

    public static double SyncsPerSecond(string folder)
    {
        var path = Path.Combine(folder, "probe");
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        var page = new byte[Page];
        for (var i = 0; i < Pages; i++)
            RandomAccess.Write(file, page, (long)i * Page);
        RandomAccess.FlushToDisk(file);

        // Over pages that are there already, as a log that is written again and again.
        var clock = Stopwatch.StartNew();
        var syncs = 0;
        for (; clock.Elapsed < Length; syncs++)
        {
            RandomAccess.Write(file, page, (long)(syncs % Pages) * Page);
            RandomAccess.FlushToDisk(file);
        }

        return syncs / clock.Elapsed.TotalSeconds;
    }
}
