using System.Text.Json.Nodes;
using AlignmentBot.Bot.Channels.Slack.Manifest;
using AlignmentBot.Cards;
using AlignmentBot.Tests.Layout;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>What is pasted into Slack to make the app.</summary>
public sealed class ManifestTests
{
    private static readonly JsonNode Manifest = JsonNode.Parse(SlackManifest.OverHttp(new Uri("https://leads.example.org/bot/"), rotation: false))!;

    [Fact]
    public void Every_address_is_the_given_one()
    {
        Assert.Equal(
            Enumerable.Repeat("https://leads.example.org/bot/slack/events", 4),
            [
                Text("settings", "event_subscriptions", "request_url"), Text("settings", "interactivity", "request_url"),
                Text("settings", "interactivity", "message_menu_options_url"), Manifest["features"]!["slash_commands"]![0]!["url"]!.GetValue<string>(),
            ]);
        Assert.Equal(["https://leads.example.org/bot/slack/oauth/callback"], List("oauth_config", "redirect_urls"));
        Assert.DoesNotContain("bot.example.com", Manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_but_the_addresses_differs_from_the_file()
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "manifest", "slack.json")));

        Assert.True(JsonNode.DeepEquals(file, JsonNode.Parse(SlackManifest.OverHttp(new Uri("https://bot.example.com"), rotation: false))));
    }

    [Fact]
    public void In_socket_mode_there_is_no_address_at_all()
    {
        var manifest = JsonNode.Parse(SlackManifest.OverSocket(null, rotation: false))!;

        Assert.True(manifest["settings"]!["socket_mode_enabled"]!.GetValue<bool>());
        Assert.DoesNotContain("https://", manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(Manifest["oauth_config"]!["scopes"], manifest["oauth_config"]!["scopes"]));
        Assert.True(JsonNode.DeepEquals(Manifest["settings"]!["event_subscriptions"]!["bot_events"], manifest["settings"]!["event_subscriptions"]!["bot_events"]));
    }

    [Fact]
    public void In_socket_mode_several_workspaces_come_back_to_the_bots_address()
    {
        var manifest = JsonNode.Parse(SlackManifest.OverSocket(new Uri("https://bot.example.com"), rotation: true))!;

        Assert.Equal("https://bot.example.com/slack/oauth/callback", Assert.Single(manifest["oauth_config"]!["redirect_urls"]!.AsArray())!.GetValue<string>());
        Assert.True(manifest["settings"]!["token_rotation_enabled"]!.GetValue<bool>());
    }

    [Fact]
    public void Shortcuts_carry_the_ids_that_the_bot_answers()
    {
        var shortcuts = Manifest["features"]!["shortcuts"]!.AsArray().Select(shortcut => (shortcut!["type"]!.GetValue<string>(), shortcut["callback_id"]!.GetValue<string>()));

        Assert.Equal([("global", ActionIds.HandOverForm), ("message", "lead.add_form.v1")], shortcuts);
    }

    [Fact]
    public void Texts_keep_to_what_Slack_shows()
    {
        Assert.InRange(Text("display_information", "name").Length, 1, 35);
        Assert.InRange(Text("display_information", "description").Length, 1, 140);
        Assert.InRange(Text("display_information", "long_description").Length, 175, 4000);
        Assert.Equal("/mql", Manifest["features"]!["slash_commands"]![0]!["command"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("app_mention", "app_mentions:read")]
    [InlineData("message.channels", "channels:history")]
    [InlineData("message.groups", "groups:history")]
    [InlineData("message.im", "im:history")]
    [InlineData("member_joined_channel", "channels:read")]
    [InlineData("user_change", "users:read")]
    [InlineData("app_home_opened", null)]
    [InlineData("app_uninstalled", null)]
    [InlineData("tokens_revoked", null)]
    public void Event_is_asked_for_with_the_scope_that_it_needs(string happened, string? scope)
    {
        Assert.Contains(happened, List("settings", "event_subscriptions", "bot_events"));
        Assert.True(scope is null || List("oauth_config", "scopes", "bot").Contains(scope, StringComparer.Ordinal), scope);
    }

    [Fact]
    public void Shortcut_opens_the_form_that_hands_over() =>
        Assert.Equal(ActionIds.HandOverForm, Manifest["features"]!["shortcuts"]![0]!["callback_id"]!.GetValue<string>());

    private static string Text(params string[] path) => At(path).GetValue<string>();

    private static IEnumerable<string> List(params string[] path) => At(path).AsArray().Select(item => item!.GetValue<string>());

    private static JsonNode At(string[] path) => path.Aggregate(Manifest, (node, name) => node[name]!);
}
