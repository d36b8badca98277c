using System.Xml.Linq;

namespace AlignmentBot.Tests.Layout;

/// <summary>Who may know whom. A reference that is not in this table is a change of the design, not of a file.</summary>
public sealed class LayoutTests
{
    private static readonly string Root = RepositoryRoot.Path;

    [Theory]
    [InlineData("Domain", "")]
    [InlineData("Cards", "Domain")]
    [InlineData("Storage", "Domain")]
    [InlineData("Bot", "Cards Domain Storage")]
    [InlineData("Tests", "Bot Cards Domain Storage")]
    [InlineData("Bench", "Bot Cards Domain Storage")]
    public void Project_refers_to_these_and_no_others(string project, string allowed)
    {
        var references = Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

        Assert.Equal(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries), references);
    }

    [Fact]
    public void Domain_depends_on_NodaTime_alone() => Assert.Equal(["NodaTime"], Items("Domain", "PackageReference"));

    [Fact]
    public void Cards_depend_on_no_package() => Assert.Empty(Items("Cards", "PackageReference"));

    [Fact]
    public void Names_the_user_asked_for_stand_at_the_top()
    {
        foreach (var name in new[] { "Bot", "Cards", "Storage", "Tests", "manifest" })
            Assert.True(Directory.Exists(Path.Combine(Root, name)), name);
        foreach (var name in new[] { "AlignmentBot.sln", "appsettings.json", "README.md", "LICENSE", "CHANGELOG.md", ".ci/run" })
            Assert.True(File.Exists(Path.Combine(Root, name)), name);
    }

    [Fact]
    public void Channels_never_see_each_other()
    {
        var channels = Directory.GetDirectories(Path.Combine(Root, "Bot", "Channels")).Select(folder => Path.GetFileName(folder)).ToList();
        var offences =
            from channel in channels
            from file in Sources("Bot", "Channels", channel)
            from other in channels
            where other != channel && File.ReadAllText(file).Contains($"Channels.{other}", StringComparison.Ordinal)
            select $"{Path.GetFileName(file)} knows {other}";

        Assert.Empty(offences);
        Assert.Contains("Local", channels);
    }

    [Theory]
    [InlineData("Handlers")]
    [InlineData("Workers")]
    public void Handlers_and_workers_see_only_the_neutral_records(string folder)
    {
        var offences = Sources("Bot", folder)
            .Where(file => File.ReadAllText(file) is var text
                && (text.Contains("AlignmentBot.Bot.Channels.", StringComparison.Ordinal) || text.Contains("Microsoft.AspNetCore.Http", StringComparison.Ordinal)));

        Assert.Empty(offences);
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Cards")]
    public void Rules_and_cards_do_not_wait(string project)
    {
        var offences = Sources(project).Where(file => File.ReadAllText(file) is var text
            && (text.Contains("async ", StringComparison.Ordinal) || text.Contains("Task<", StringComparison.Ordinal)));

        Assert.Empty(offences);
    }

    [Fact]
    public void No_name_is_for_nothing_in_particular()
    {
        string[] vague = ["Manager", "Helper", "Helpers", "Util", "Utils", "Common", "Base", "Impl"];
        var offences = new[] { "Domain", "Cards", "Storage", "Bot" }
            .SelectMany(project => Sources(project))
            .Where(file => Array.Exists(vague, word => Path.GetFileNameWithoutExtension(file).EndsWith(word, StringComparison.Ordinal)));

        Assert.Empty(offences);
    }

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(Path.Combine(Root, project, project + ".csproj")).Descendants(kind).Select(item => (string)item.Attribute("Include")!);

    private static IEnumerable<string> Sources(params string[] folders) => Directory
        .EnumerateFiles(Path.Combine([Root, .. folders]), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
