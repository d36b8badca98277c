namespace AlignmentBot.Bot.Channels.Slack;

/// <summary>What is wrong with the section <c>Slack</c>: the key, the value, and where to find the right one. Secrets are never shown.</summary>
public static class SlackFaults
{
    /// <param name="publicUrl">The bot's own address, which only several workspaces need.</param>
    public static IEnumerable<string> Of(SlackOptions options, string? publicUrl) =>
        Tokens(options).Concat(App(options, publicUrl)).Concat(Door(options)).Concat(Calls(options));

    private static IEnumerable<string> Tokens(SlackOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.ClientId) || !string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            if (!string.IsNullOrWhiteSpace(options.BotToken))
                yield return "Slack:BotToken and Slack:ClientId are both set. Keep Slack:BotToken for one workspace, or Slack:ClientId and Slack:ClientSecret for several.";
        }
        else if (string.IsNullOrWhiteSpace(options.BotToken))
        {
            yield return "Slack:BotToken is empty. Give the bot's token (xoxb-...) from the app's page, OAuth & Permissions.";
        }
        else if (options.BotToken.Trim().StartsWith("xoxe", StringComparison.Ordinal))
        {
            yield return "Slack:BotToken is a token that ends after 12 hours. Make an app without token rotation for one workspace, or give Slack:ClientId and Slack:ClientSecret, and install the app at /slack/install.";
        }
        else if (!options.BotToken.Trim().StartsWith("xox", StringComparison.Ordinal))
        {
            yield return "Slack:BotToken is not a bot token. It starts with xoxb-; find it on the app's page, OAuth & Permissions.";
        }
    }

    private static IEnumerable<string> App(SlackOptions options, string? publicUrl)
    {
        var hasId = !string.IsNullOrWhiteSpace(options.ClientId);
        var hasSecret = !string.IsNullOrWhiteSpace(options.ClientSecret);
        if (!hasId && !hasSecret)
            yield break;
        if (!hasId)
            yield return "Slack:ClientSecret is set, but Slack:ClientId is empty. Give both from the app's page, Basic Information, App Credentials.";
        if (!hasSecret)
            yield return "Slack:ClientId is set, but Slack:ClientSecret is empty. Give both from the app's page, Basic Information, App Credentials.";
        if (string.IsNullOrWhiteSpace(publicUrl))
            yield return $"{SlackSettings.PublicUrl} is empty. Give the address under which people reach the bot, such as https://bot.example.com: there they install the app.";
        else if (!IsSafe(publicUrl, out var address) || address.Query.Length > 0 || address.Fragment.Length > 0)
            yield return $"{SlackSettings.PublicUrl} is \"{publicUrl}\". Give an https address such as https://bot.example.com; plain http is taken for this machine only.";
        if (options.RenewBefore < TimeSpan.FromMinutes(1) || options.RenewBefore > TimeSpan.FromHours(6))
            yield return $"Slack:RenewBefore is {options.RenewBefore}. Give a time from 00:01:00 to 06:00:00.";
    }

    private static IEnumerable<string> Door(SlackOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.AppToken) && string.IsNullOrWhiteSpace(options.SigningSecret))
        {
            yield return "Slack:SigningSecret is empty, so nothing that comes from Slack could be trusted. "
                + "Give the signing secret from the app's page, Basic Information, or an app token in Slack:AppToken to use Socket Mode.";
        }

        if (!string.IsNullOrWhiteSpace(options.AppToken) && !options.AppToken.Trim().StartsWith("xapp-", StringComparison.Ordinal))
            yield return "Slack:AppToken is not an app-level token. It starts with xapp-; make one with the scope connections:write on the app's page, Basic Information.";
    }

    private static IEnumerable<string> Calls(SlackOptions options)
    {
        if (!IsSafe(options.ApiBaseUrl, out _))
            yield return $"Slack:ApiBaseUrl is \"{options.ApiBaseUrl}\". Give an https address such as {SlackSettings.DefaultApi}; plain http is taken for this machine only.";
        if (options.MessageGap < TimeSpan.Zero || options.MessageGap > TimeSpan.FromMinutes(1))
            yield return $"Slack:MessageGap is {options.MessageGap}. Give a time from 00:00:00 to 00:01:00.";
        if (options.CallTimeout < TimeSpan.FromSeconds(1) || options.CallTimeout > TimeSpan.FromMinutes(1))
            yield return $"Slack:CallTimeout is {options.CallTimeout}. Give a time from 00:00:01 to 00:01:00.";
    }

    private static bool IsSafe(string? address, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Uri? uri) => Uri.TryCreate(address, UriKind.Absolute, out uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
