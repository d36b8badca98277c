using System.CommandLine;
using System.Text.RegularExpressions;
using AlignmentBot.Bot.Channels.Teams.Manifest;

namespace AlignmentBot.Bot.CommandLine;

/// <summary><c>manifest teams</c>: the zip that is uploaded to Teams.</summary>
internal static partial class TeamsManifestCommand
{
    private const string DefaultFile = "alignmentbot-teams.zip";

    public static Command Make(CommandDesk desk)
    {
        var url = Checked.Option("--url", "The address at which people and Teams reach the bot, such as https://bot.example.com", ManifestCommands.Url, required: true);
        var app = Checked.Option("--app-id", "The bot's Microsoft app id: Azure Bot, Configuration", AppId, required: true);
        var version = Checked.Option("--app-version", "Raise it when you upload the app again; 1.0.0 when not given", Version);
        var privacy = Checked.Option("--privacy-url", "Where people read what becomes of their data; --url when not given", ManifestCommands.Url);
        var terms = Checked.Option("--terms-url", "Where your terms of use stand; --url when not given", ManifestCommands.Url);
        var output = new Option<string>("--output") { Description = $"The file to write; {DefaultFile} when not given" };
        var command = new Command("teams", "Write the Teams app's package: upload it in Teams under Apps, Manage your apps, Upload an app") { url, app, version, privacy, terms, output };
        command.SetAction((parsed, _) =>
        {
            var details = new TeamsAppDetails(parsed.GetValue(app)!.ToLowerInvariant(), new Uri(parsed.GetValue(url)!), parsed.GetValue(version) ?? "1.0.0")
            {
                PrivacyUrl = AddressOf(parsed.GetValue(privacy)),
                TermsUrl = AddressOf(parsed.GetValue(terms)),
            };
            return desk.Try(() => Write(desk, details, parsed.GetValue(output) ?? DefaultFile));
        });
        return command;
    }

    private static async Task<int> Write(CommandDesk desk, TeamsAppDetails app, string file)
    {
        var path = Path.GetFullPath(file);
        await File.WriteAllBytesAsync(path, TeamsPackage.Of(app));
        return await desk.Say($"{path} is ready. In Teams choose Apps, Manage your apps, Upload an app, and then the team that holds your shared channel.");
    }

    private static Uri? AddressOf(string? given) => given is null ? null : new Uri(given);

    private static string? AppId(string value) =>
        Guid.TryParseExact(value, "D", out var id) && id != Guid.Empty ? null : "It must be a GUID such as 11111111-2222-3333-4444-555555555555.";

    private static string? Version(string value) => Numbers().IsMatch(value) ? null : "It must be three numbers such as 1.0.1.";

    [GeneratedRegex(@"^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Numbers();
}
