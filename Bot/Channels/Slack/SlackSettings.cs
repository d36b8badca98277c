using System.Text;
using AlignmentBot.Bot.Channels.Slack.Install;
using AlignmentBot.Bot.Hosting;

namespace AlignmentBot.Bot.Channels.Slack;

/// <summary>The checked options. A class and not a record, so that its text never shows a secret.</summary>
public sealed class SlackSettings
{
    public const string Section = "Slack";
    public const string DefaultApi = "https://slack.com/api/";

    /// <summary>The key of the bot's own address.</summary>
    public const string PublicUrl = "PublicUrl";

    private SlackSettings(SlackOptions options, Uri? publicUrl)
    {
        SigningSecret = string.IsNullOrWhiteSpace(options.SigningSecret) ? null : Encoding.UTF8.GetBytes(options.SigningSecret.Trim());
        BotToken = string.IsNullOrWhiteSpace(options.BotToken) ? null : options.BotToken.Trim();
        App = string.IsNullOrWhiteSpace(options.ClientId) ? null : new SlackApp(options.ClientId.Trim(), options.ClientSecret!.Trim(), publicUrl!, options.RenewBefore);
        AppToken = string.IsNullOrWhiteSpace(options.AppToken) ? null : options.AppToken.Trim();
        Api = new Uri(options.ApiBaseUrl.TrimEnd('/') + "/");
        MessageGap = options.MessageGap;
        CallTimeout = options.CallTimeout;
    }

    /// <summary>The secret's text as bytes; null when nothing comes over HTTP.</summary>
    public byte[]? SigningSecret { get; }

    /// <summary>Null where several workspaces install the app.</summary>
    public string? BotToken { get; }

    /// <summary>Null where one token stands in the configuration.</summary>
    public SlackApp? App { get; }

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
        var publicUrl = configuration[PublicUrl]?.Trim();
        var faults = SlackFaults.Of(options, publicUrl).ToList();
        return faults.Count == 0
            ? new SlackSettings(options, string.IsNullOrEmpty(publicUrl) ? null : new Uri(publicUrl))
            : throw new StartupFaultException(faults);
    }

    /// <summary>Which installation a delivery belongs to, as a <see cref="SlackAddress"/> names it: null where one token stands in the configuration.</summary>
    /// <param name="wholeOrganisation">True when the app was installed for the organisation and not for one workspace of it.</param>
    public string? WorkspaceOf(string? team, string? enterprise, bool wholeOrganisation) => App is null ? null : wholeOrganisation ? enterprise : team;

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
}
