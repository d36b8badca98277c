using AlignmentBot.Bot.Channels.Slack.Manifest;

namespace AlignmentBot.Bot.Channels.Slack.Install;

/// <summary>
/// <c>GET /slack/install</c> sends a person to Slack, <c>GET /slack/oauth/callback</c> takes them back with the app installed.
/// Source: docs.slack.dev/authentication/installing-with-oauth
/// </summary>
public sealed class InstallEndpoints(SlackApp app, SlackOAuth oauth, InstallStates states, InstallGrants grants, InstallPages pages)
{
    /// <summary>A browser keeps a cookie with this prefix for this host alone, over https only.</summary>
    private string Cookie => app.PublicUrl.Scheme == Uri.UriSchemeHttps ? "__Host-slack_install" : "slack_install";

    public IResult Start(HttpContext http)
    {
        var (state, kept) = states.Issue();
        http.Response.Cookies.Append(Cookie, kept, CookieOptions(InstallStates.Lifetime));
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return TypedResults.Redirect(oauth.AuthorizePage(state, SlackManifest.Scopes).AbsoluteUri);
    }

    public async Task<IResult> Return(HttpContext http, CancellationToken ct)
    {
        var query = http.Request.Query;
        var known = await states.Redeem(Single(query, "state"), http.Request.Cookies[Cookie], ct);
        http.Response.Cookies.Delete(Cookie, CookieOptions(null));
        if (!known)
            return pages.Stale();
        if (Single(query, "error") is { } error)
            return error == "access_denied" ? pages.Declined() : pages.Refused(error);
        return Single(query, "code") is { } code ? await grants.Redeem(code, ct) : pages.Stale();
    }

    private CookieOptions CookieOptions(TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        Secure = app.PublicUrl.Scheme == Uri.UriSchemeHttps,
        // The person comes back by a link of Slack's, which a strict cookie would not follow.
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = lifetime,
        IsEssential = true,
    };

    private static string? Single(IQueryCollection query, string name) => query[name] is [{ Length: > 0 and <= 1000 } value] ? value : null;
}
