namespace AlignmentBot.Bot.Channels.Slack;

/// <summary>How Slack is called.</summary>
public static class SlackHttp
{
    /// <summary>The whole answer is read within the time limit, and never more than a page of history is large. Redirects are not followed: they would carry the token away.</summary>
    public static HttpClient Client(SlackSettings settings) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
    })
    {
        Timeout = settings.CallTimeout,
        MaxResponseContentBufferSize = 16 * 1024 * 1024,
    };
}
