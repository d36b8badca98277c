using System.IO.Compression;
using System.Text.Json.Nodes;
using AlignmentBot.Bot;
using AlignmentBot.Bot.Channels.Teams.Manifest;
using AlignmentBot.Tests.Bot.CommandLine;
using AlignmentBot.Tests.Fakes.Teams;
using AlignmentBot.Tests.Layout;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>What is uploaded to Teams to make the app.</summary>
public sealed class ManifestTests : IDisposable
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";

    private static readonly TeamsAppDetails App = new(AppId, new Uri("https://leads.example.org/bot/"), "1.2.3");

    private static readonly JsonNode Manifest = JsonNode.Parse(TeamsManifest.Of(App))!;

    private readonly Terminal terminal = new();

    public void Dispose() => terminal.Dispose();

    [Fact]
    public void Every_id_and_address_is_the_given_one()
    {
        Assert.Equal(
            Enumerable.Repeat(AppId, 4),
            [Text("id"), Manifest["bots"]![0]!["botId"]!.GetValue<string>(), Manifest["composeExtensions"]![0]!["botId"]!.GetValue<string>(), Text("webApplicationInfo", "id")]);
        Assert.Equal("leads.example.org", Assert.Single(Manifest["validDomains"]!.AsArray())!.GetValue<string>());
        Assert.Equal(("1.2.3", "https://leads.example.org/bot/"), (Text("version"), Text("developer", "websiteUrl")));
        Assert.DoesNotContain("bot.example.com", Manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("00000000-0000-0000-0000-000000000000", Manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Own_pages_about_privacy_and_terms_are_named()
    {
        var manifest = JsonNode.Parse(TeamsManifest.Of(App with { PrivacyUrl = new Uri("https://example.org/privacy"), TermsUrl = new Uri("https://example.org/terms") }))!;

        Assert.Equal("https://example.org/privacy", manifest["developer"]!["privacyUrl"]!.GetValue<string>());
        Assert.Equal("https://example.org/terms", manifest["developer"]!["termsOfUseUrl"]!.GetValue<string>());
    }

    [Fact]
    public void Commands_of_the_message_extension_carry_the_ids_that_the_bot_answers()
    {
        var commands = Manifest["composeExtensions"]![0]!["commands"]!.AsArray().Select(command => (command!["type"]!.GetValue<string>(), command["id"]!.GetValue<string>()));

        Assert.Equal([("query", "searchLeads"), ("action", "handOver"), ("action", "addMessage")], commands);
    }

    [Fact]
    public async Task Every_listed_command_is_one_that_the_bot_knows()
    {
        await using var bot = await SendingBot.Start();
        var listed = Manifest["bots"]![0]!["commandLists"]!.AsArray().SelectMany(list => list!["commands"]!.AsArray()).Select(command => command!["title"]!.GetValue<string>());

        Assert.All(listed, title => Assert.True(bot.Service<Routes>().KnowsCommand(title), title));
    }

    [Fact]
    public void Texts_keep_to_what_Teams_takes()
    {
        Assert.InRange(Text("name", "short").Length, 1, 30);
        Assert.InRange(Text("name", "full").Length, 1, 100);
        Assert.InRange(Text("description", "short").Length, 1, 80);
        Assert.InRange(Text("description", "full").Length, 1, 4000);
        foreach (var list in Manifest["bots"]![0]!["commandLists"]!.AsArray())
        {
            var commands = list!["commands"]!.AsArray();
            Assert.InRange(commands.Count, 1, 10);
            Assert.All(commands, command => Assert.InRange(command!["title"]!.GetValue<string>().Length, 1, 32));
            Assert.All(commands, command => Assert.InRange(command!["description"]!.GetValue<string>().Length, 1, 128));
        }
    }

    [Fact]
    public void Colour_icon_is_an_opaque_square_of_192()
    {
        var icon = Icon("color.png");

        Assert.Equal((192, 192), (icon.Width, icon.Height));
        Assert.All(icon.Pixels(), pixel => Assert.Equal(255, pixel.Cover));
        Assert.Equal(((byte)0x1f, (byte)0x5f, (byte)0x6b), (icon.At(0, 0).Red, icon.At(0, 0).Green, icon.At(0, 0).Blue));
        Assert.Equal("#1f5f6b", Text("accentColor"));
    }

    [Fact]
    public void Outline_icon_is_white_on_nothing_and_reaches_its_edges()
    {
        var icon = Icon("outline.png");

        Assert.Equal((32, 32), (icon.Width, icon.Height));
        Assert.Equal(0, icon.At(0, 0).Cover);
        var drawn = icon.Pixels().Where(pixel => pixel.Cover > 0).ToList();
        Assert.All(drawn, pixel => Assert.Equal(((byte)255, (byte)255, (byte)255), (pixel.Red, pixel.Green, pixel.Blue)));
        Assert.Contains(drawn, pixel => pixel.Cover == 255);
        Assert.Contains(Enumerable.Range(0, 32), y => icon.At(1, y).Cover > 0);
        Assert.Contains(Enumerable.Range(0, 32), y => icon.At(30, y).Cover > 0);
    }

    [Fact]
    public async Task Package_is_written_ready_to_upload()
    {
        var file = terminal.File("app.zip");

        var ran = await terminal.Run("manifest", "teams", "--url", "https://leads.example.org", "--app-id", AppId.ToUpperInvariant(), "--output", file);

        Assert.Equal((0, string.Empty), (ran.Code, ran.Error));
        Assert.Contains($"{file} is ready", ran.Output, StringComparison.Ordinal);
        using var zip = await ZipFile.OpenReadAsync(file, Terminal.Ct);
        Assert.Equal(["manifest.json", "color.png", "outline.png"], zip.Entries.Select(entry => entry.FullName));
        await using var written = await zip.GetEntry("manifest.json")!.OpenAsync(Terminal.Ct);
        Assert.Equal(AppId, (await JsonNode.ParseAsync(written, cancellationToken: Terminal.Ct))!["id"]!.GetValue<string>());
    }

    [Fact]
    public void Package_is_the_same_whenever_it_is_made() => Assert.Equal(TeamsPackage.Of(App), TeamsPackage.Of(App));

    [Theory]
    [InlineData("--url", "manifest", "teams", "--app-id", AppId)]
    [InlineData("--app-id", "manifest", "teams", "--url", "https://leads.example.org")]
    [InlineData("It must be an https address", "manifest", "teams", "--url", "http://leads.example.org", "--app-id", AppId)]
    [InlineData("It must be a GUID", "manifest", "teams", "--url", "https://leads.example.org", "--app-id", "bot")]
    [InlineData("It must be three numbers", "manifest", "teams", "--url", "https://leads.example.org", "--app-id", AppId, "--app-version", "2")]
    public async Task Wrong_wish_gets_its_sentence(string says, params string[] args)
    {
        var ran = await terminal.Run(args);

        Assert.Equal((2, string.Empty), (ran.Code, ran.Output));
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
    }

    private static PngImage Icon(string name) => PngImage.Read(File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "manifest", "teams", name)));

    private static string Text(params string[] path) => path.Aggregate(Manifest, (node, name) => node[name]!).GetValue<string>();
}
