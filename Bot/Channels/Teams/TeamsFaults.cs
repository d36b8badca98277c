using System.Diagnostics.CodeAnalysis;
using AlignmentBot.Bot.Hosting;

namespace AlignmentBot.Bot.Channels.Teams;

/// <summary>What is wrong with the section <c>Teams</c>: the key, the value, and where to find the right one. Secrets are never shown.</summary>
public static class TeamsFaults
{
    public static IEnumerable<string> Of(TeamsOptions options, HostPlace place) =>
        Anonymous(options, place).Concat(App(options)).Concat(Credential(options)).Concat(Addresses(options)).Concat(Calls(options));

    /// <summary>True for https, and for http to this machine.</summary>
    public static bool IsSafe(string? address, [NotNullWhen(true)] out Uri? uri) => Uri.TryCreate(address?.Trim(), UriKind.Absolute, out uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static IEnumerable<string> Anonymous(TeamsOptions options, HostPlace place)
    {
        if (options.AllowAnonymousLoopback && !place.OnLoopback)
            yield return "Teams:AllowAnonymousLoopback is true, but the bot listens on an address that other machines reach. Listen on 127.0.0.1, or set it to false.";
    }

    private static IEnumerable<string> App(TeamsOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.AppId) && !options.AllowAnonymousLoopback)
            yield return "Teams:AppId is empty. Give the Microsoft App ID from the Azure Bot resource, Configuration.";
        if (TeamsSettings.AppTypeOf(options) is not { } type)
        {
            yield return $"Teams:AppType is \"{options.AppType}\". Give SingleTenant, MultiTenant or ManagedIdentity, as the Azure Bot resource says under Configuration.";
            yield break;
        }

        if (options.AllowAnonymousLoopback && string.IsNullOrWhiteSpace(options.AppId))
            yield break;
        if (type == TeamsAppType.MultiTenant && !options.AllowedTenants.Any(tenant => !string.IsNullOrWhiteSpace(tenant)))
            yield return "Teams:AllowedTenants is empty, so a bot with AppType MultiTenant would serve everybody. Give the tenant ids that it is for.";
        if (type != TeamsAppType.MultiTenant && string.IsNullOrWhiteSpace(options.TenantId))
            yield return $"Teams:TenantId is empty. Give the directory (tenant) id of the app registration, which AppType {type} needs.";
    }

    private static IEnumerable<string> Credential(TeamsOptions options)
    {
        var secret = !string.IsNullOrWhiteSpace(options.ClientSecret);
        var certificate = !string.IsNullOrWhiteSpace(options.CertificatePath);
        var identity = TeamsSettings.AppTypeOf(options) == TeamsAppType.ManagedIdentity;
        if (identity && (secret || certificate))
            yield return "Teams:AppType is ManagedIdentity, which has no secret. Remove Teams:ClientSecret and Teams:CertificatePath, or give another AppType.";
        else if (secret && certificate)
            yield return "Teams:ClientSecret and Teams:CertificatePath are both set. Keep one of them.";
        else if (!secret && !certificate && !identity && !options.AllowAnonymousLoopback)
            yield return "Teams:ClientSecret is empty. Give a client secret of the app registration, Certificates and secrets, or a certificate's file in Teams:CertificatePath.";
        if (certificate && !File.Exists(options.CertificatePath!.Trim()))
            yield return $"Teams:CertificatePath is \"{options.CertificatePath}\", but there is no such file. Give a PFX or PEM file with the private key.";
        if (!certificate && !string.IsNullOrEmpty(options.CertificatePassword))
            yield return "Teams:CertificatePassword is set, but Teams:CertificatePath is empty. Give the certificate's file too.";
    }

    private static IEnumerable<string> Addresses(TeamsOptions options)
    {
        if (TeamsCloud.Find(options.Cloud) is null)
            yield return $"Teams:Cloud is \"{options.Cloud}\". Give Public or USGov.";
        if (options.OpenIdMetadataUrl is { } metadata && !IsSafe(metadata, out _))
            yield return $"Teams:OpenIdMetadataUrl is \"{metadata}\". Give an https address, or remove it to use the cloud's own; plain http is taken for this machine only.";
        if (options.TokenUrl is { } token && !IsSafe(token, out _))
            yield return $"Teams:TokenUrl is \"{token}\". Give an https address, or remove it to use the cloud's own; plain http is taken for this machine only.";
        if (options.GraphUrl is { } graph && !IsSafe(graph, out _))
            yield return $"Teams:GraphUrl is \"{graph}\". Give an https address, or remove it to use the cloud's own; plain http is taken for this machine only.";
        foreach (var service in options.AllowedServiceUrls)
        {
            if (!IsSafe(service, out _))
                yield return $"Teams:AllowedServiceUrls holds \"{service}\". Give https addresses such as https://smba.trafficmanager.net; plain http is taken for this machine only.";
        }
    }

    private static IEnumerable<string> Calls(TeamsOptions options)
    {
        if (options.CallTimeout < TimeSpan.FromSeconds(1) || options.CallTimeout > TimeSpan.FromMinutes(1))
            yield return $"Teams:CallTimeout is {options.CallTimeout}. Give a time from 00:00:01 to 00:01:00.";
        if (options.MessageGap < TimeSpan.Zero || options.MessageGap > TimeSpan.FromMinutes(1))
            yield return $"Teams:MessageGap is {options.MessageGap}. Give a time from 00:00:00 to 00:01:00.";
    }
}
