using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AlignmentBot.Bot.Channels.Slack.Manifest;

/// <summary>
/// What the app is to Slack: its scopes, events, command and shortcuts. Stands in <c>manifest/slack.json</c> and travels inside the program.
/// Source: docs.slack.dev/reference/app-manifest
/// </summary>
public static class SlackManifest
{
    private const string Resource = "manifest/slack.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The scopes that the bot's token needs.</summary>
    public static IReadOnlyList<string> Scopes { get; } = Read()["oauth_config"]!["scopes"]!["bot"]!.AsArray().Select(scope => scope!.GetValue<string>()).ToList();

    /// <summary>The manifest for a bot that Slack reaches at this address.</summary>
    /// <param name="publicUrl">The bot's own address, such as <c>https://bot.example.com</c>.</param>
    /// <param name="rotation">Whether tokens are to be changed every 12 hours; only for a bot that several workspaces install.</param>
    public static string OverHttp(Uri publicUrl, bool rotation)
    {
        var manifest = Read();
        var events = SlackPaths.Under(publicUrl, SlackPaths.Events);
        foreach (var command in Commands(manifest))
            command!["url"] = events;
        var settings = manifest["settings"]!;
        settings["event_subscriptions"]!["request_url"] = events;
        settings["interactivity"]!["request_url"] = events;
        settings["interactivity"]!["message_menu_options_url"] = events;
        settings["token_rotation_enabled"] = rotation;
        Redirect(manifest, publicUrl);
        return manifest.ToJsonString(Indented);
    }

    /// <summary>The manifest for a bot that calls Slack and needs no address of its own.</summary>
    /// <param name="publicUrl">Where people install the app in several workspaces; null for one workspace.</param>
    /// <param name="rotation">As over HTTP.</param>
    public static string OverSocket(Uri? publicUrl, bool rotation)
    {
        var manifest = Read();
        foreach (var command in Commands(manifest))
            command!.AsObject().Remove("url");
        var settings = manifest["settings"]!;
        settings["event_subscriptions"]!.AsObject().Remove("request_url");
        settings["interactivity"]!.AsObject().Remove("request_url");
        settings["interactivity"]!.AsObject().Remove("message_menu_options_url");
        settings["socket_mode_enabled"] = true;
        settings["token_rotation_enabled"] = rotation;
        if (publicUrl is null)
            manifest["oauth_config"]!.AsObject().Remove("redirect_urls");
        else
            Redirect(manifest, publicUrl);
        return manifest.ToJsonString(Indented);
    }

    private static void Redirect(JsonObject manifest, Uri publicUrl) =>
        manifest["oauth_config"]!["redirect_urls"] = new JsonArray(SlackPaths.Under(publicUrl, SlackPaths.Callback));

    private static JsonArray Commands(JsonObject manifest) => manifest["features"]!["slash_commands"]!.AsArray();

    private static JsonObject Read()
    {
        using var stream = typeof(SlackManifest).Assembly.GetManifestResourceStream(Resource)!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
