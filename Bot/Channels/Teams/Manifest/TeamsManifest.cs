using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AlignmentBot.Bot.Channels.Teams.Manifest;

/// <summary>
/// What the app is to Teams: its bot, commands, message extension and permissions. Stands in <c>manifest/teams/manifest.json</c> and travels
/// inside the program. Source: learn.microsoft.com/microsoft-365/extensibility/schema
/// </summary>
public static class TeamsManifest
{
    private const string Resource = "manifest/teams/manifest.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The manifest of one bot.</summary>
    public static string Of(TeamsAppDetails app)
    {
        var manifest = Read();
        manifest["id"] = app.AppId;
        manifest["version"] = app.Version;
        manifest["bots"]![0]!["botId"] = app.AppId;
        manifest["composeExtensions"]![0]!["botId"] = app.AppId;
        manifest["webApplicationInfo"]!["id"] = app.AppId;
        manifest["webApplicationInfo"]!["resource"] = $"api://botid-{app.AppId}";
        manifest["validDomains"] = new JsonArray(app.PublicUrl.Host);
        var developer = manifest["developer"]!;
        developer["websiteUrl"] = app.PublicUrl.AbsoluteUri;
        developer["privacyUrl"] = (app.PrivacyUrl ?? app.PublicUrl).AbsoluteUri;
        developer["termsOfUseUrl"] = (app.TermsUrl ?? app.PublicUrl).AbsoluteUri;
        return manifest.ToJsonString(Indented);
    }

    internal static JsonObject Read()
    {
        using var stream = typeof(TeamsManifest).Assembly.GetManifestResourceStream(Resource)!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}

/// <summary>What differs from one bot to the next.</summary>
/// <param name="AppId">The bot's Microsoft app id, a GUID in lower case; the Teams app gets the same.</param>
/// <param name="PublicUrl">The bot's own address, such as <c>https://bot.example.com</c>.</param>
/// <param name="Version">Such as <c>1.0.0</c>; Teams takes an update only with a higher one.</param>
public sealed record TeamsAppDetails(string AppId, Uri PublicUrl, string Version)
{
    /// <summary>Where people read what becomes of their data; the bot's own address when not given.</summary>
    public Uri? PrivacyUrl { get; init; }

    /// <summary>Where the terms of use stand; the bot's own address when not given.</summary>
    public Uri? TermsUrl { get; init; }
}
