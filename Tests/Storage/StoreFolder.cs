namespace AlignmentBot.Tests.Storage;

/// <summary>A folder of one test's own, gone afterwards.</summary>
internal sealed class StoreFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("store-").FullName;

    public string File(string name) => Path.Combine(path, name);

    public string[] Names() => [.. Directory.GetFiles(path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(path, recursive: true);
}
