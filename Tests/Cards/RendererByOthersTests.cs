using System.Diagnostics;
using AlignmentBot.Tests.Fakes.Clients;
using AlignmentBot.Tests.Layout;

namespace AlignmentBot.Tests.Cards;

/// <summary>What Microsoft's own renderer and schema say to what we draw and upload.</summary>
public sealed class RendererByOthersTests
{
    [Fact]
    public async Task Every_card_and_dialog_of_Teams_is_taken_without_a_word()
    {
        var cards = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "Tests", "Golden", "Cards"), "*.teams.json");

        Assert.NotEmpty(cards);
        Assert.Equal(string.Empty, await Says("adaptive-cards.mjs", cards));
    }

    [Fact]
    public async Task What_the_renderer_does_not_take_is_told()
    {
        using var folder = new Fakes.TempFolder();
        await File.WriteAllTextAsync(folder.File("bad.json"), """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Marquee"},{"type":"Chart.Pie","data":[]}]}""", TestContext.Current.CancellationToken);

        var said = await Says("adaptive-cards.mjs", folder.File("bad.json"));

        Assert.Contains("UnknownElementType", said, StringComparison.Ordinal);
        Assert.Contains("Chart.Pie has no fallback", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manifest_of_Teams_keeps_to_the_schema_of_its_version() =>
        Assert.Equal(string.Empty, await Says("teams-manifest.mjs", Path.Combine(RepositoryRoot.Path, "manifest", "teams", "manifest.json")));

    [Fact]
    public async Task Manifest_that_breaks_the_schema_is_told()
    {
        using var folder = new Fakes.TempFolder();
        await File.WriteAllTextAsync(folder.File("bad.json"), """{"manifestVersion":"1.19"}""", TestContext.Current.CancellationToken);

        Assert.Contains("must have required property 'developer'", await Says("teams-manifest.mjs", folder.File("bad.json")), StringComparison.Ordinal);
    }

    private static async Task<string> Says(string script, params string[] files)
    {
        using Process process = NodeClients.Start("..", script, files);
        var (said, failed) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(string.Empty, await failed);
        return await said;
    }
}
