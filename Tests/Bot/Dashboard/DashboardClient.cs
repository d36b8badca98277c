using System.Net;
using System.Text.RegularExpressions;
using AlignmentBot.Tests.Bot.Local;
using AlignmentBot.Tests.Fakes;
using AngleSharp;
using AngleSharp.Dom;

namespace AlignmentBot.Tests.Bot.Dashboard;

/// <summary>A browser without scripts at the dashboard: real HTTP, cookies, and forms sent as they stand.</summary>
public sealed partial class DashboardClient : IDisposable
{
    public DashboardClient(RunningBot bot) =>
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = true, CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = bot.Address };

    public HttpClient Http { get; }

    public CookieContainer Cookies { get; } = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Asks the bot, as this sample member, for a link.</summary>
    public static async Task<Uri> LinkFor(RunningBot bot, string persona)
    {
        using var chat = await LocalClient.Open(bot, persona);
        var shown = await chat.Command("/mql dashboard", "d" + persona);
        return new Uri(Address().Match(shown.GetProperty("html").GetString()!).Groups["address"].Value);
    }

    /// <summary>Somebody who has come in by a link.</summary>
    public static async Task<DashboardClient> SignedIn(RunningBot bot, string persona)
    {
        var client = new DashboardClient(bot);
        using var answer = await client.Enter(await LinkFor(bot, persona));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return client;
    }

    /// <summary>Opens a link and presses its button.</summary>
    public async Task<HttpResponseMessage> Enter(Uri link)
    {
        var (status, page) = await Page(link.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, status);
        return await Send(link.PathAndQuery, page.QuerySelector("form")!);
    }

    /// <summary>Sends a form of a page as a browser without scripts does.</summary>
    public async Task<HttpResponseMessage> Send(string address, IElement form)
    {
        var fields = form.QuerySelectorAll("input[name]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value") ?? string.Empty));
        using var body = new FormUrlEncodedContent(fields);
        return await Http.PostAsync(new Uri(address, UriKind.Relative), body, Ct);
    }

    public async Task<(HttpStatusCode Status, IDocument Page)> Page(string address)
    {
        using var answer = await Http.GetAsync(new Uri(address, UriKind.Relative), Ct);
        var html = await answer.Content.ReadAsStringAsync(Ct);
        return (answer.StatusCode, await BrowsingContext.New(AngleSharp.Configuration.Default).OpenAsync(page => page.Content(html), Ct));
    }

    public void Dispose() => Http.Dispose();

    [GeneratedRegex("href=\"(?<address>http[^\"]+/dashboard/enter/[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
