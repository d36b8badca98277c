using AlignmentBot.Bot.Dashboard.OpenId;
using AlignmentBot.Bot.Hosting;

namespace AlignmentBot.Bot.Dashboard;

/// <summary>Section <c>Dashboard</c>.</summary>
public sealed class DashboardOptions
{
    /// <summary>How long somebody stays signed in, in hours. 1 to 720; 12 when not set.</summary>
    public int SessionHours { get; set; } = 12;
}

/// <summary>The checked options of the pages.</summary>
/// <param name="PublicUrl">The address under which people reach the bot, without a slash at its end; null where only this machine does.</param>
/// <param name="Providers">Who else vouches for people; empty where links alone let them in.</param>
public sealed record DashboardSettings(Uri? PublicUrl, TimeSpan SessionLength, IReadOnlyList<OpenIdPlace> Providers)
{
    public const string Section = "Dashboard";

    private const int MostHours = 720;
    private const string PublicUrlKey = "PublicUrl";

    /// <summary>True where browsers reach the bot by https only.</summary>
    public bool Https => PublicUrl?.Scheme == Uri.UriSchemeHttps;

    /// <exception cref="StartupFaultException">One sentence per fault.</exception>
    public static DashboardSettings Read(IConfiguration configuration, HostPlace place)
    {
        var faults = new List<string>();
        var options = Bind(configuration);
        if (options.SessionHours is < 1 or > MostHours)
            faults.Add($"Dashboard:SessionHours is {options.SessionHours}. Give a whole number of hours from 1 to {MostHours}.");
        var address = ReadAddress(configuration[PublicUrlKey]?.Trim(), faults);
        var providers = OpenIdPlace.Read(configuration.GetSection(Section), faults);
        if (providers.Count > 0 && address is null && !place.OnLoopback)
            faults.Add($"{PublicUrlKey} is empty. Give the address under which people reach the bot, such as https://bot.example.com: {Section}:OpenIdConnect sends them back there.");
        return faults.Count == 0
            ? new DashboardSettings(address, TimeSpan.FromHours(options.SessionHours), providers)
            : throw new StartupFaultException(faults);
    }

    private static DashboardOptions Bind(IConfiguration configuration)
    {
        try
        {
            return configuration.GetSection(Section).Get<DashboardOptions>() ?? new DashboardOptions();
        }
        catch (InvalidOperationException wrong)
        {
            throw new StartupFaultException([$"Section {Section}: {wrong.Message}"]);
        }
    }

    private static Uri? ReadAddress(string? written, List<string> faults)
    {
        if (string.IsNullOrEmpty(written))
            return null;
        if (Uri.TryCreate(written, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            && address is { Query: "", Fragment: "", UserInfo: "" })
            return address;
        faults.Add($"{PublicUrlKey} is \"{written}\". Give an https address such as https://bot.example.com; plain http is taken for this machine only.");
        return null;
    }
}
