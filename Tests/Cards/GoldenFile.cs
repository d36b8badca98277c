using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AlignmentBot.Tests.Cards;

/// <summary>
/// What people are shown, kept as files under <c>Tests/Golden</c>. A difference fails the test; run the tests with <c>UPDATE_GOLDEN=1</c>
/// to write the files anew, and read the difference before committing it.
/// </summary>
internal static class GoldenFile
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MatchesJson(string name, string json) => Matches(name, JsonNode.Parse(json)!.ToJsonString(Indented) + "\n");

    public static void Matches(string name, string text)
    {
        var path = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"There is no golden file {name}. Run the tests with UPDATE_GOLDEN=1 and read what was written.");
        Assert.Equal(File.ReadAllText(path), text);
    }

    /// <summary>The names of all golden files of a folder.</summary>
    public static IEnumerable<string> Names(string folder) => Directory.GetFiles(Path.Combine(Folder(), folder)).Select(path => Path.GetFileName(path));

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Golden");
}
