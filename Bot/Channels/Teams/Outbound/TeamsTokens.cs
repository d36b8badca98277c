using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>
/// The bot's own tokens for what it calls, by MSAL: from a secret, a certificate or a managed identity; kept until shortly before they end.
/// Source: learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
/// </summary>
public sealed partial class TeamsTokens(TeamsSettings settings) : IDisposable
{
    private const string DefaultScope = "/.default";

    private readonly TokenRoute route = new(settings);
    private readonly SemaphoreSlim renewing = new(1, 1);
    private IConfidentialClientApplication? app;
    private IManagedIdentityApplication? identity;

    /// <summary>True when calls carry no token at all, because tools on this machine are let in without one.</summary>
    public bool None => settings.Credential is null;

    /// <param name="scope">What it is for, such as <c>https://api.botframework.com/.default</c>.</param>
    /// <param name="tenant">Of whom; null for the bot's own.</param>
    public async Task<ConnectorAnswer<string>> Of(string scope, string? tenant, CancellationToken ct) => await Ask(scope, tenant, force: false, ct);

    /// <summary>Another token than the one that was turned down; asked for once, however many calls were turned down with it.</summary>
    public async Task<ConnectorAnswer<string>> Another(string turnedDown, string scope, string? tenant, CancellationToken ct)
    {
        await renewing.WaitAsync(ct);
        try
        {
            var kept = await Ask(scope, tenant, force: false, ct);
            return kept.Value == turnedDown ? await Ask(scope, tenant, force: true, ct) : kept;
        }
        finally
        {
            renewing.Release();
        }
    }

    public void Dispose()
    {
        renewing.Dispose();
        route.Dispose();
    }

    private async Task<ConnectorAnswer<string>> Ask(string scope, string? tenant, bool force, CancellationToken ct)
    {
        try
        {
            return new ConnectorAnswer<string>((await Acquire(scope, tenant, force, ct)).AccessToken, null);
        }
        catch (MsalServiceException refused) when (refused.StatusCode is >= 400 and < 429)
        {
            return new ConnectorError(ConnectorFault.NeedsAdmin, refused.ErrorCode, $"no token: {refused.ErrorCode} {DirectoryCode().Match(refused.Message).Value}".TrimEnd());
        }
        catch (MsalClientException wrong)
        {
            return new ConnectorError(ConnectorFault.NeedsAdmin, wrong.ErrorCode, $"no token: {wrong.ErrorCode}");
        }
        catch (Exception failure) when (failure is MsalException or HttpRequestException or IOException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new ConnectorError(ConnectorFault.NotDone, "no_token", $"no token: no answer ({failure.GetType().Name})");
        }
    }

    private Task<AuthenticationResult> Acquire(string scope, string? tenant, bool force, CancellationToken ct)
    {
        if (settings.Credential is TeamsCredential.ManagedIdentity)
        {
            var resource = scope.EndsWith(DefaultScope, StringComparison.Ordinal) ? scope[..^DefaultScope.Length] : scope;
            return LazyInitializer.EnsureInitialized(ref identity, Identity).AcquireTokenForManagedIdentity(resource).WithForceRefresh(force).ExecuteAsync(ct);
        }

        var asked = LazyInitializer.EnsureInitialized(ref app, App).AcquireTokenForClient([scope]).WithForceRefresh(force);
        return (tenant is null ? asked : asked.WithTenantId(tenant)).ExecuteAsync(ct);
    }

    private IManagedIdentityApplication Identity() =>
        ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(settings.AppId)).WithHttpClientFactory(route).Build();

    private IConfidentialClientApplication App()
    {
        var builder = ConfidentialClientApplicationBuilder.Create(settings.AppId)
            .WithAuthority(TokenRoute.AuthorityOf(settings), validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(route);
        return settings.Credential switch
        {
            TeamsCredential.Secret secret => builder.WithClientSecret(secret.Text).Build(),
            TeamsCredential.Certificate certificate => builder.WithCertificate(Load(certificate), sendX5C: true).Build(),
            _ => throw new InvalidOperationException("There is neither a secret nor a certificate to ask for a token with."),
        };
    }

    /// <exception cref="System.Security.Cryptography.CryptographicException">The file or its password is wrong.</exception>
    internal static X509Certificate2 Load(TeamsCredential.Certificate file) => IsPem(file.Path)
        ? file.Password is null ? X509Certificate2.CreateFromPemFile(file.Path) : X509Certificate2.CreateFromEncryptedPemFile(file.Path, file.Password)
        : X509CertificateLoader.LoadPkcs12FromFile(file.Path, file.Password);

    private static bool IsPem(string path) => Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase)
        || Path.GetExtension(path).Equals(".crt", StringComparison.OrdinalIgnoreCase);

    /// <summary>The number under which Microsoft explains the fault; the rest of its sentence may name tenants and apps.</summary>
    [GeneratedRegex(@"AADSTS\d+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex DirectoryCode();
}
