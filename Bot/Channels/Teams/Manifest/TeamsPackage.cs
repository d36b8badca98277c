using System.IO.Compression;
using System.Text;

namespace AlignmentBot.Bot.Channels.Teams.Manifest;

/// <summary>
/// The app as Teams takes it: a zip with the manifest and its two icons, all at its root. The same details give the same bytes.
/// Source: learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package
/// </summary>
public static class TeamsPackage
{
    /// <summary>The earliest moment that a zip can name.</summary>
    private static readonly DateTimeOffset NoMoment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Icons = ["color.png", "outline.png"];

    public static byte[] Of(TeamsAppDetails app)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "manifest.json", Encoding.UTF8.GetBytes(TeamsManifest.Of(app)));
            foreach (var icon in Icons)
                Add(zip, icon, Icon(icon));
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = NoMoment;
        using var written = entry.Open();
        written.Write(content);
    }

    private static byte[] Icon(string name)
    {
        using var stream = typeof(TeamsPackage).Assembly.GetManifestResourceStream("manifest/teams/" + name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
