using System.Text;
using AlignmentBot.Bot.Hosting;

namespace AlignmentBot.Bot.Channels.Slack;

/// <summary>The checked options. A class and not a record, so that its text never shows a secret.</summary>
public sealed class SlackSettings
{
    public const string Section = "Slack";
    public const string DefaultApi = "https://slack.com/api/";

    private SlackSettings(SlackOptions options)
    {
        SigningSecret = string.IsNullOrWhiteSpace(options.SigningSecret) ? null : Encoding.UTF8.GetBytes(options.SigningSecret.Trim());
        BotToken = options.BotToken!.Trim();
        AppToken = string.IsNullOrWhiteSpace(options.AppToken) ? null : options.AppToken.Trim();
        Api = new Uri(options.ApiBaseUrl.TrimEnd('/') + "/");
        MessageGap = options.MessageGap;
        CallTimeout = options.CallTimeout;
    }

    /// <summary>The secret's text as bytes; null when nothing comes over HTTP.</summary>
    public byte[]? SigningSecret { get; }

    public string BotToken { get; }

    /// <summary>Null when Socket Mode is off.</summary>
    public string? AppToken { get; }

    /// <summary>Ends with a slash.</summary>
    public Uri Api { get; }

    public TimeSpan MessageGap { get; }

    public TimeSpan CallTimeout { get; }

    public static bool IsConfigured(IConfiguration configuration) => configuration.GetSection(Section).GetChildren().Any();

    /// <returns>Null when Slack is not configured.</returns>
    /// <exception cref="StartupFaultException">One sentence per fault.</exception>
    public static SlackSettings? Read(IConfiguration configuration)
    {
        if (!IsConfigured(configuration))
            return null;
        var options = Bind(configuration);
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? new SlackSettings(options) : throw new StartupFaultException(faults);
    }

    private static SlackOptions Bind(IConfiguration configuration)
    {
        try
        {
            return configuration.GetSection(Section).Get<SlackOptions>() ?? new SlackOptions();
        }
        catch (InvalidOperationException wrong)
        {
            throw new StartupFaultException([$"Section {Section}: {wrong.Message}"]);
        }
    }

    private static IEnumerable<string> Faults(SlackOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.BotToken))
            yield return "Slack:BotToken is empty. Give the bot's token (xoxb-...) from the app's page, OAuth & Permissions.";
        else if (!options.BotToken.Trim().StartsWith("xox", StringComparison.Ordinal))
            yield return "Slack:BotToken is not a bot token. It starts with xoxb-; find it on the app's page, OAuth & Permissions.";
        if (string.IsNullOrWhiteSpace(options.AppToken) && string.IsNullOrWhiteSpace(options.SigningSecret))
        {
            yield return "Slack:SigningSecret is empty, so nothing that comes from Slack could be trusted. "
                + "Give the signing secret from the app's page, Basic Information, or an app token in Slack:AppToken to use Socket Mode.";
        }

        if (!string.IsNullOrWhiteSpace(options.AppToken) && !options.AppToken.Trim().StartsWith("xapp-", StringComparison.Ordinal))
            yield return "Slack:AppToken is not an app-level token. It starts with xapp-; make one with the scope connections:write on the app's page, Basic Information.";
        if (!IsApi(options.ApiBaseUrl))
            yield return $"Slack:ApiBaseUrl is \"{options.ApiBaseUrl}\". Give an https address such as {DefaultApi}; plain http is taken for this machine only.";
        if (options.MessageGap < TimeSpan.Zero || options.MessageGap > TimeSpan.FromMinutes(1))
            yield return $"Slack:MessageGap is {options.MessageGap}. Give a time from 00:00:00 to 00:01:00.";
        if (options.CallTimeout < TimeSpan.FromSeconds(1) || options.CallTimeout > TimeSpan.FromMinutes(1))
            yield return $"Slack:CallTimeout is {options.CallTimeout}. Give a time from 00:00:01 to 00:01:00.";
    }

    private static bool IsApi(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
