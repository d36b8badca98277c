using System.Text.Json.Nodes;

namespace AlignmentBot.Tests.Bot.CommandLine;

/// <summary>The command <c>manifest slack</c>.</summary>
public sealed class ManifestCommandTests : IDisposable
{
    private readonly Terminal terminal = new();

    public void Dispose() => terminal.Dispose();

    [Fact]
    public async Task Manifest_for_an_address_is_printed_and_nothing_else()
    {
        var ran = await terminal.Run("manifest", "slack", "--url", "https://leads.example.org");

        Assert.Equal((0, string.Empty), (ran.Code, ran.Error));
        Assert.Equal("https://leads.example.org/slack/events", JsonNode.Parse(ran.Output)!["settings"]!["event_subscriptions"]!["request_url"]!.GetValue<string>());
    }

    [Fact]
    public async Task Manifest_for_socket_mode_needs_no_address()
    {
        var ran = await terminal.Run("manifest", "slack", "--socket-mode");

        Assert.True(JsonNode.Parse(ran.Output)!["settings"]!["socket_mode_enabled"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Rotation_is_asked_for()
    {
        var plain = await terminal.Run("manifest", "slack", "--url", "https://leads.example.org");
        var rotating = await terminal.Run("manifest", "slack", "--url", "https://leads.example.org", "--token-rotation");

        Assert.False(JsonNode.Parse(plain.Output)!["settings"]!["token_rotation_enabled"]!.GetValue<bool>());
        Assert.True(JsonNode.Parse(rotating.Output)!["settings"]!["token_rotation_enabled"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("Give --url", "manifest", "slack")]
    [InlineData("It must be an https address", "manifest", "slack", "--url", "http://leads.example.org")]
    [InlineData("It must be an https address", "manifest", "slack", "--url", "leads.example.org")]
    [InlineData("tokens rotate only where people install the app", "manifest", "slack", "--socket-mode", "--token-rotation")]
    public async Task Wrong_wish_gets_its_sentence(string says, params string[] args)
    {
        var ran = await terminal.Run(args);

        Assert.Equal((2, string.Empty), (ran.Code, ran.Output));
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
    }
}
