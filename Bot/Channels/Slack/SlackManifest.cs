using System.Text.Json;
using System.Text.Json.Nodes;

namespace AlignmentBot.Bot.Channels.Slack;

/// <summary>The app's manifest for one address, to be pasted where Slack makes an app. Source: docs.slack.dev/reference/app-manifest</summary>
public static class SlackManifest
{
    /// <summary>The address that the file in <c>manifest/</c> speaks of.</summary>
    private const string Placeholder = "https://bot.example.com";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="address">Where Slack reaches the bot: https, such as <c>https://bot.example.com</c>, with or without a path before <c>/slack/events</c>.</param>
    public static string For(Uri address)
    {
        using var file = typeof(SlackManifest).Assembly.GetManifestResourceStream("manifest.slack.json")
            ?? throw new InvalidOperationException("The manifest is not in the program.");
        var manifest = JsonNode.Parse(file)!;
        Readdress(manifest, address.ToString().TrimEnd('/'));
        return manifest.ToJsonString(Readable);
    }

    private static void Readdress(JsonNode node, string address)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items.OfType<JsonNode>().ToList())
                Readdress(item, address);
        }
        else if (node is JsonObject part)
        {
            foreach (var (_, inner) in part.Where(property => property.Value is not null).ToList())
                Readdress(inner!, address);
        }
        else if (node.GetValueKind() == JsonValueKind.String && node.GetValue<string>() is var text && text.StartsWith(Placeholder, StringComparison.Ordinal))
        {
            node.ReplaceWith(address + text[Placeholder.Length..]);
        }
    }
}
