using System.Net;
using AlignmentBot.Cards;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>
/// Keeps the page on this machine. It has no login, so it answers nobody from elsewhere, and no other site may use a browser here as its
/// hand: neither through a name that points to this machine, nor through a form or a script of its own.
/// </summary>
public static class LocalGuard
{
    private const string Policy =
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>What a proxy adds. Behind one, the sender is always this machine, so the address says nothing any more.</summary>
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    public static bool Covers(PathString path) => path == "/" || path.StartsWithSegments(LocalEndpoints.Prefix, StringComparison.OrdinalIgnoreCase);

    public static Task Check(HttpContext http, RequestDelegate next)
    {
        var refusal = Refuse(http.Request, http.Connection.RemoteIpAddress);
        if (refusal is not null)
            return refusal.ExecuteAsync(http);
        WriteHeaders(http.Response.Headers);
        return next(http);
    }

    private static IResult? Refuse(HttpRequest request, IPAddress? sender)
    {
        if (sender is null || !IPAddress.IsLoopback(sender) || ProxyHeaders.Any(request.Headers.ContainsKey))
            return TypedResults.NotFound();
        if (!IsThisMachine(request.Host.Host))
            return Forbid("page.refused.host");
        return request.Headers.Origin is { Count: > 0 } origin && !IsSame(origin.ToString(), request) ? Forbid("page.refused.origin") : null;
    }

    private static bool IsThisMachine(string host) => host is "localhost" or "127.0.0.1" or "[::1]";

    private static bool IsSame(string origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);

    private static IResult Forbid(string key) =>
        TypedResults.Text(Texts.For(Reader.Unknown.Language)[key], statusCode: StatusCodes.Status403Forbidden);

    private static void WriteHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = "no-store";
    }
}
