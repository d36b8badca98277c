using System.CommandLine;
using AlignmentBot.Bot.Channels.Slack.Manifest;

namespace AlignmentBot.Bot.CommandLine;

/// <summary><c>manifest</c>: what makes the app on each platform. Of Slack it is pasted, of Teams uploaded.</summary>
internal static class ManifestCommands
{
    public static Command Make(CommandDesk desk) => new("manifest", "Make what makes the app on a platform") { Slack(desk), TeamsManifestCommand.Make(desk) };

    private static Command Slack(CommandDesk desk)
    {
        var url = Checked.Option("--url", "The address at which Slack reaches the bot, such as https://bot.example.com", Url);
        var socket = new Option<bool>("--socket-mode") { Description = "The bot calls Slack instead, and needs no address; give --url as well when several workspaces install the app" };
        var rotation = new Option<bool>("--token-rotation") { Description = "Tokens change every 12 hours; only for a bot that several workspaces install. Slack does not let it be turned off again" };
        var command = new Command("slack", "Print the Slack app's manifest: at https://api.slack.com/apps choose Create New App, From a manifest") { url, socket, rotation };
        command.Validators.Add(result =>
        {
            if (result.GetValue(url) is null && !result.GetValue(socket))
                result.AddError("Give --url, such as --url https://bot.example.com, or --socket-mode.");
            if (result.GetValue(url) is null && result.GetValue(rotation))
                result.AddError("Give --url too: tokens rotate only where people install the app at the bot's address.");
        });
        command.SetAction((parsed, _) =>
        {
            var address = parsed.GetValue(url) is { } given ? new Uri(given) : null;
            return desk.Say(parsed.GetValue(socket)
                ? SlackManifest.OverSocket(address, parsed.GetValue(rotation))
                : SlackManifest.OverHttp(address!, parsed.GetValue(rotation)));
        });
        return command;
    }

    internal static string? Url(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.Query.Length == 0 && url.Fragment.Length == 0
            ? null
            : "It must be an https address such as https://bot.example.com.";
}
