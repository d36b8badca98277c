using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Channels.Teams;

/// <summary>The checked options. A class and not a record, so that its text never shows a secret.</summary>
public sealed class TeamsSettings
{
    public const string Section = "Teams";

    private readonly ValueList<Uri> services;
    private readonly HashSet<string> tenants;

    private TeamsSettings(TeamsOptions options)
    {
        Cloud = TeamsCloud.Find(options.Cloud)!;
        AppId = Trimmed(options.AppId);
        AppType = AppTypeOf(options)!.Value;
        TenantId = Trimmed(options.TenantId);
        Anonymous = options.AllowAnonymousLoopback;
        Credential = CredentialOf(options);
        OpenIdMetadata = options.OpenIdMetadataUrl is { } metadata ? new Uri(metadata.Trim()) : Cloud.OpenIdMetadata;
        TokenUrl = options.TokenUrl is { } token ? new Uri(token.Trim()) : null;
        Graph = new Uri((options.GraphUrl?.Trim() ?? Cloud.Graph.AbsoluteUri).TrimEnd('/') + "/");
        services = Cloud.Services.Concat(options.AllowedServiceUrls.Select(service => new Uri(service.Trim()))).ToValueList();
        tenants = options.AllowedTenants.Append(AppType == TeamsAppType.MultiTenant ? null : TenantId).Select(Trimmed).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        CallTimeout = options.CallTimeout;
        MessageGap = options.MessageGap;
    }

    public TeamsCloud Cloud { get; }

    /// <summary>Null only while requests without a token are taken.</summary>
    public string? AppId { get; }

    public TeamsAppType AppType { get; }

    public string? TenantId { get; }

    /// <summary>Null only while requests without a token are taken: then calls carry no token either.</summary>
    public TeamsCredential? Credential { get; }

    /// <summary>The tenant that gives the bot its tokens.</summary>
    public string TokenTenant => AppType == TeamsAppType.MultiTenant ? Cloud.SharedTenant : TenantId ?? Cloud.SharedTenant;

    public Uri OpenIdMetadata { get; }

    /// <summary>Null for the cloud's own.</summary>
    public Uri? TokenUrl { get; }

    /// <summary>Microsoft Graph; ends with a slash.</summary>
    public Uri Graph { get; }

    /// <summary>True when tools on this machine are let in without a token.</summary>
    public bool Anonymous { get; }

    public TimeSpan CallTimeout { get; }

    public TimeSpan MessageGap { get; }

    public static bool IsConfigured(IConfiguration configuration) => configuration.GetSection(Section).GetChildren().Any();

    /// <returns>Null when Teams is not configured.</returns>
    /// <exception cref="StartupFaultException">One sentence per fault.</exception>
    public static TeamsSettings? Read(IConfiguration configuration, HostPlace place)
    {
        if (!IsConfigured(configuration))
            return null;
        var options = Bind(configuration);
        var faults = TeamsFaults.Of(options, place).ToList();
        return faults.Count == 0 ? new TeamsSettings(options) : throw new StartupFaultException(faults);
    }

    /// <summary>Whether the bot may call this connector: its token goes there. While requests without a token are taken, any on this machine.</summary>
    public bool MayCall(Uri service) =>
        (Anonymous && service.IsLoopback) || services.Any(known => known.Scheme == service.Scheme && known.Port == service.Port && string.Equals(known.IdnHost, service.IdnHost, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether this tenant's people are served. While requests without a token are taken and no tenant is named, everybody on this machine.</summary>
    public bool Serves(string? tenant) => (tenant is not null && tenants.Contains(tenant)) || (Anonymous && tenants.Count == 0);

    /// <summary>Null when the option names no type.</summary>
    internal static TeamsAppType? AppTypeOf(TeamsOptions options) =>
        Enum.GetValues<TeamsAppType>().Where(type => string.Equals(type.ToString(), options.AppType.Trim(), StringComparison.OrdinalIgnoreCase)).Select(type => (TeamsAppType?)type).FirstOrDefault();

    private static TeamsCredential? CredentialOf(TeamsOptions options)
    {
        if (AppTypeOf(options) == TeamsAppType.ManagedIdentity)
            return new TeamsCredential.ManagedIdentity();
        if (Trimmed(options.ClientSecret) is { } secret)
            return new TeamsCredential.Secret(secret);
        return Trimmed(options.CertificatePath) is { } path ? new TeamsCredential.Certificate(path, string.IsNullOrEmpty(options.CertificatePassword) ? null : options.CertificatePassword) : null;
    }

    private static string? Trimmed(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static TeamsOptions Bind(IConfiguration configuration)
    {
        try
        {
            return configuration.GetSection(Section).Get<TeamsOptions>() ?? new TeamsOptions();
        }
        catch (InvalidOperationException wrong)
        {
            throw new StartupFaultException([$"Section {Section}: {wrong.Message}"]);
        }
    }
}
