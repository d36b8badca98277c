using AngleSharp.Html.Parser;

namespace AlignmentBot.Tests.Fakes.Slack;

/// <summary>A person's browser: it keeps cookies and goes where it is sent, one step at a time. Addresses of the bot lead to the bot's real port.</summary>
public sealed class FakeBrowser(Uri bot, FakeSlack slack) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>Cookies as they were set last, with their attributes.</summary>
    public List<string> SetCookies { get; } = [];

    /// <summary>The whole way: to Slack, and back.</summary>
    public async Task<FakePage> Install(CancellationToken ct) => await Open(await Consent(ct), ct);

    /// <summary>To Slack and through its page, up to the address that leads back.</summary>
    public async Task<string> Consent(CancellationToken ct)
    {
        var start = await Open("/slack/install", ct);
        Assert.Equal(302, start.Status);
        Assert.StartsWith(new Uri(slack.Address, "/oauth/v2/authorize?").AbsoluteUri, start.Location, StringComparison.Ordinal);
        using var decided = await http.GetAsync(new Uri(start.Location!), ct);
        return decided.Headers.Location!.PathAndQuery;
    }

    public async Task<FakePage> Open(string path, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(bot, path));
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var response = await http.SendAsync(request, ct);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
            Keep(set);
        return new FakePage((int)response.StatusCode, response.Headers.Location?.OriginalString, response.Headers.ToString(), await response.Content.ReadAsStringAsync(ct));
    }

    public void Dispose() => http.Dispose();

    private void Keep(IEnumerable<string> set)
    {
        SetCookies.Clear();
        foreach (var cookie in set)
        {
            SetCookies.Add(cookie);
            var pair = cookie.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0)
                Cookies.Remove(pair[0]);
            else
                Cookies[pair[0]] = pair[1];
        }
    }
}

/// <summary>What the bot showed.</summary>
/// <param name="Location">Where it sends the browser, or null.</param>
public sealed record FakePage(int Status, string? Location, string Headers, string Html)
{
    public string Title => Document().Title ?? string.Empty;

    public string Words => Document().Body!.TextContent;

    public AngleSharp.Html.Dom.IHtmlDocument Document() => new HtmlParser().ParseDocument(Html);
}
