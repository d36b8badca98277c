namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>How Teams is called.</summary>
public static class TeamsHttp
{
    /// <summary>The whole answer is read within the time limit. Redirects are not followed: they would carry the token away.</summary>
    public static HttpClient Client(TeamsSettings settings) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
    })
    {
        Timeout = settings.CallTimeout,
        MaxResponseContentBufferSize = 4 * 1024 * 1024,
    };
}
