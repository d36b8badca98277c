namespace AlignmentBot.Bot.Dashboard.OpenId;

/// <summary>Section <c>Dashboard:OpenIdConnect:Slack</c> or <c>:Entra</c>.</summary>
public sealed class OpenIdOptions
{
    /// <summary>The app's id at the provider.</summary>
    public string ClientId { get; set; } = string.Empty;

    public string ClientSecret { get; set; } = string.Empty;

    /// <summary>Whose people are let in: the Slack workspace's id (<c>T…</c>), or the Entra tenant's id.</summary>
    public string Home { get; set; } = string.Empty;

    /// <summary>Where the provider is; its usual address when not set.</summary>
    public string? Authority { get; set; }
}

/// <summary>Who vouches for people.</summary>
public enum OpenIdProvider
{
    Slack,
    Entra,
}

/// <summary>One provider with what it needs, checked.</summary>
/// <param name="Home">The workspace or tenant whose people are let in.</param>
public sealed record OpenIdPlace(OpenIdProvider Provider, string ClientId, string ClientSecret, string Home, string Authority)
{
    /// <summary>Name in addresses; also of the authentication scheme.</summary>
    public string Name => Provider switch
    {
        OpenIdProvider.Slack => "slack",
        OpenIdProvider.Entra => "entra",
    };

    /// <summary>Leaves the secret out, so that no log and no message can hold it.</summary>
    public override string ToString() => $"{Name} ({Authority})";

    /// <summary>The configured providers. Faults are added, one sentence each.</summary>
    public static IReadOnlyList<OpenIdPlace> Read(IConfiguration dashboard, List<string> faults)
    {
        var places = new List<OpenIdPlace>();
        foreach (var section in dashboard.GetSection("OpenIdConnect").GetChildren())
        {
            if (Enum.TryParse<OpenIdProvider>(section.Key, ignoreCase: true, out var provider) && Enum.IsDefined(provider))
                Add(places, provider, section, faults);
            else
                faults.Add($"{section.Path} is not a provider. Give {DashboardSettings.Section}:OpenIdConnect:Slack or {DashboardSettings.Section}:OpenIdConnect:Entra.");
        }

        return places;
    }

    private static void Add(List<OpenIdPlace> places, OpenIdProvider provider, IConfigurationSection section, List<string> faults)
    {
        var options = section.Get<OpenIdOptions>() ?? new OpenIdOptions();
        var before = faults.Count;
        foreach (var (name, value) in new[] { (nameof(options.ClientId), options.ClientId), (nameof(options.ClientSecret), options.ClientSecret) })
        {
            if (string.IsNullOrWhiteSpace(value))
                faults.Add($"{section.Path}:{name} is empty. Give it from the app's page at the provider.");
        }

        if (string.IsNullOrWhiteSpace(options.Home))
            faults.Add($"{section.Path}:Home is empty. Give the {(provider == OpenIdProvider.Slack ? "workspace's id (T...)" : "tenant's id")}, so that nobody else's people are let in.");
        var authority = options.Authority ?? UsualAuthority(provider, options.Home);
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || address.IsLoopback))
            faults.Add($"{section.Path}:Authority is \"{authority}\". Give an https address.");
        if (faults.Count == before)
            places.Add(new OpenIdPlace(provider, options.ClientId.Trim(), options.ClientSecret.Trim(), options.Home.Trim(), authority));
    }

    private static string UsualAuthority(OpenIdProvider provider, string home) => provider switch
    {
        OpenIdProvider.Slack => "https://slack.com",
        OpenIdProvider.Entra => $"https://login.microsoftonline.com/{Uri.EscapeDataString(home.Trim())}/v2.0",
    };
}
