namespace AlignmentBot.Bot.Dashboard.Access;

/// <summary>
/// What every page of the dashboard is sent with: nothing runs in it but our own scripts, nothing is loaded from elsewhere, nobody frames it,
/// and no cache keeps it.
/// </summary>
public static class DashboardGuard
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static bool Covers(PathString path) => path.StartsWithSegments(DashboardPaths.Start, StringComparison.OrdinalIgnoreCase);

    public static Task Check(HttpContext http, RequestDelegate next)
    {
        var settings = http.RequestServices.GetRequiredService<DashboardSettings>();
        if (settings.PublicUrl is { } address)
            StandAt(http.Request, address);
        WriteHeaders(http.Response.Headers, settings.Https);
        return next(http);
    }

    /// <summary>Behind a proxy the request names another scheme and host than people see; ours are in the configuration.</summary>
    private static void StandAt(HttpRequest request, Uri address)
    {
        request.Scheme = address.Scheme;
        request.Host = address.IsDefaultPort ? new HostString(address.Host) : new HostString(address.Host, address.Port);
    }

    private static void WriteHeaders(IHeaderDictionary headers, bool https)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = "no-store";
        if (https)
            headers.StrictTransportSecurity = "max-age=31536000";
    }
}
