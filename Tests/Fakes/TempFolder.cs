using System.Globalization;

namespace AlignmentBot.Tests.Fakes;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
public sealed class TempFolder : IDisposable
{
    private static int count;

    public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(
        System.IO.Path.GetTempPath(),
        string.Create(CultureInfo.InvariantCulture, $"alignmentbot-tests-{Environment.ProcessId}-{Interlocked.Increment(ref count)}"))).FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
