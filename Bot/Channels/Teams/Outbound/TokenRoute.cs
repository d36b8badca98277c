using Microsoft.Identity.Client;

namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>Takes MSAL's requests for tokens to the configured address, which may be plain http on this machine: MSAL itself knows https alone.</summary>
internal sealed class TokenRoute(TeamsSettings settings) : IMsalHttpClientFactory, IDisposable
{
    private const string PathEnd = "/oauth2/v2.0/token";

    private readonly HttpClient http = new(new Handler(settings.TokenUrl)) { Timeout = settings.CallTimeout };

    public HttpClient GetHttpClient() => http;

    public void Dispose() => http.Dispose();

    /// <summary>Whose tokens these are, as MSAL wants it: also in its certificate's assertion it names this address.</summary>
    public static string AuthorityOf(TeamsSettings settings) =>
        settings.TokenUrl is { } url && url.Scheme == Uri.UriSchemeHttps && url.AbsoluteUri.EndsWith(PathEnd, StringComparison.OrdinalIgnoreCase)
            ? url.AbsoluteUri[..^PathEnd.Length]
            : new Uri(settings.Cloud.Authority, settings.TokenTenant).AbsoluteUri;

    private sealed class Handler(Uri? tokenUrl) : DelegatingHandler(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
    })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (tokenUrl is not null && request.Method == HttpMethod.Post)
                request.RequestUri = tokenUrl;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
