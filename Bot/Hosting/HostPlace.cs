using System.Net;

namespace AlignmentBot.Bot.Hosting;

/// <summary>Where the bot listens and in which environment: decides what may exist at all.</summary>
/// <param name="OnLoopback">True when every address is one that only this machine reaches.</param>
public sealed record HostPlace(bool Development, bool OnLoopback)
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>The clock can be moved only where nobody depends on it.</summary>
    public bool AllowsClockControl => Development && OnLoopback;

    /// <summary>Reads the addresses, and sets the default one where none is given.</summary>
    public static HostPlace Of(WebApplicationBuilder builder)
    {
        var urls = builder.Configuration[WebHostDefaults.ServerUrlsKey];
        if (string.IsNullOrWhiteSpace(urls) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            urls = DefaultUrl;
            builder.WebHost.UseUrls(urls);
        }

        var addresses = (urls ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var onLoopback = addresses.Length > 0 && addresses.All(IsLoopback)
            && builder.Configuration.GetSection("Kestrel:Endpoints").GetChildren().All(endpoint => IsLoopback(endpoint["Url"] ?? string.Empty));
        return new HostPlace(builder.Environment.IsDevelopment(), onLoopback);
    }

    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
