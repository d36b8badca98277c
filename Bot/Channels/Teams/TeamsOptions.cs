namespace AlignmentBot.Bot.Channels.Teams;

/// <summary>Section <c>Teams</c>. The channel is on as soon as one key of the section is set.</summary>
public sealed class TeamsOptions
{
    /// <summary>The bot's Microsoft App ID: the Azure Bot resource, Configuration. Every token that comes in must be made out to it.</summary>
    public string? AppId { get; set; }

    /// <summary><c>SingleTenant</c> (default), <c>MultiTenant</c> or <c>ManagedIdentity</c>, as the Azure Bot resource was made.</summary>
    public string AppType { get; set; } = nameof(TeamsAppType.SingleTenant);

    /// <summary>A client secret of the app registration: Certificates and secrets. Not with a certificate, not with a managed identity.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A certificate of the app registration with its private key, as a PFX or PEM file.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>Opens the file of <see cref="CertificatePath"/>, where it is locked.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>The directory (tenant) id of the app registration. Not needed with <c>MultiTenant</c>.</summary>
    public string? TenantId { get; set; }

    /// <summary><c>Public</c> (default) or <c>USGov</c>.</summary>
    public string Cloud { get; set; } = TeamsCloud.Public.Name;

    /// <summary>Where the keys are announced with which incoming tokens are signed. Default: the cloud's own address. Plain http is taken for this machine only.</summary>
    public string? OpenIdMetadataUrl { get; set; }

    /// <summary>Where tokens for outgoing calls come from. Default: the cloud's own address. Plain http is taken for this machine only.</summary>
    public string? TokenUrl { get; set; }

    /// <summary>Where Microsoft Graph tells who owns a team. Default: the cloud's own address. Plain http is taken for this machine only.</summary>
    public string? GraphUrl { get; set; }

    /// <summary>More addresses that the bot may send its token to, such as <c>https://smba.example.com</c>; the cloud's own are always allowed.
    /// Compared by scheme, host and port. Plain http is taken for this machine only.</summary>
    public string[] AllowedServiceUrls { get; set; } = [];

    /// <summary>The tenants that are served. Default: the one of <see cref="TenantId"/>. Needed with <c>MultiTenant</c>.</summary>
    public string[] AllowedTenants { get; set; } = [];

    /// <summary>Takes requests without a token, for tools on this machine. Refused unless the bot listens on loopback only. Default: false.</summary>
    public bool AllowAnonymousLoopback { get; set; }

    /// <summary>How long one call of the connector may take, body included: 1 to 60 s. Default: 10 s.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The least time between two messages of one conversation: 0 to 60 s. Default: 0.5 s, what Teams takes over half a minute.</summary>
    public TimeSpan MessageGap { get; set; } = TimeSpan.FromMilliseconds(500);
}
