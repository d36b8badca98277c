using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace AlignmentBot.Bot.Channels.Slack.Install;

/// <summary>A page of words: nothing runs in it, nothing is loaded, nobody can frame it.</summary>
/// <param name="Title">One sentence.</param>
/// <param name="Paragraphs">Plain words; each is encoded.</param>
/// <param name="Steps">What to do next, numbered; may be empty.</param>
/// <param name="LinkText">Null for no link.</param>
public sealed record InstallPage(int Status, string Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Steps, string? LinkText, string? LinkAddress) : IResult
{
    private const string Style = """
        :root{color-scheme:light dark}
        body{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:10vh auto;padding:0 1.25rem}
        h1{font-size:1.5rem;line-height:1.25}
        li{margin:.5rem 0}
        """;

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        await response.WriteAsync(Html(), httpContext.RequestAborted);
    }

    public string Html()
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append("<meta name=\"robots\" content=\"noindex\">\n<title>").Append(Encoded(Title)).Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n<main>\n");
        html.Append("<h1>").Append(Encoded(Title)).Append("</h1>\n");
        foreach (var paragraph in Paragraphs)
            html.Append("<p>").Append(Encoded(paragraph)).Append("</p>\n");
        if (Steps.Count > 0)
        {
            html.Append("<ol>\n");
            foreach (var step in Steps)
                html.Append("<li>").Append(Encoded(step)).Append("</li>\n");
            html.Append("</ol>\n");
        }

        if (LinkText is not null)
            html.Append("<p><a href=\"").Append(Encoded(LinkAddress!)).Append("\">").Append(Encoded(LinkText)).Append("</a></p>\n");
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
