using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AlignmentBot.Tests.Fakes;
using AngleSharp;
using AngleSharp.Dom;

namespace AlignmentBot.Tests.Bot.Local;

/// <summary>A window of the local page without a browser: real HTTP, its cookie and its token.</summary>
public sealed class LocalClient : IDisposable
{
    private readonly HttpClient http;
    private string? token;

    public LocalClient(RunningBot bot, string persona)
    {
        http = new HttpClient(new SocketsHttpHandler { UseCookies = true }) { BaseAddress = bot.Address };
        Persona = "sample-" + persona;
    }

    public HttpClient Http => http;

    public string Pod { get; init; } = "sample";

    public string Persona { get; init; }

    private string Who => $"pod={Pod}&as={Persona}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<LocalClient> Open(RunningBot bot, string persona)
    {
        var client = new LocalClient(bot, persona);
        await client.Page();
        return client;
    }

    /// <summary>The whole page; from now on the window has a token.</summary>
    public async Task<IDocument> Page()
    {
        var page = await Html($"/?{Who}");
        token = page.QuerySelector("meta[name=local-token]")?.GetAttribute("content");
        return page;
    }

    public async Task<IDocument> Conversations() => await Html($"/local/conversations?{Who}");

    public Task<HttpResponseMessage> Message(string id) => http.GetAsync($"/local/messages/{id}?{Who}", Ct);

    public async Task<JsonElement> Click(string action, string value, string delivery = "d1") =>
        await Answer(await Post("click", new { Pod, Persona, delivery, action, value }));

    public async Task<JsonElement> Form(string id, string value, object answers, string delivery = "d1") =>
        await Answer(await Post("form", new { Pod, Persona, delivery, id, value, answers }));

    public async Task<JsonElement> Command(string text, string delivery = "d1") =>
        await Answer(await Post("command", new { Pod, Persona, delivery, text }));

    public async Task<JsonElement> Reply(string message, string lead, string text, string delivery = "d1") =>
        await Answer(await Post("reply", new { Pod, Persona, delivery, message, lead, text }));

    public async Task<JsonElement> AddSample(string delivery) => await Answer(await Post("sample-lead", new { Pod, Persona, delivery }));

    public Task<HttpResponseMessage> Post(string path, object body, Action<HttpRequestMessage>? change = null) =>
        Send(path, JsonContent.Create(body), change);

    public async Task<HttpResponseMessage> Send(string path, HttpContent body, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/local/" + path) { Content = body };
        if (token is not null)
            request.Headers.Add("X-Local-Token", token);
        change?.Invoke(request);
        return await http.SendAsync(request, Ct);
    }

    public static async Task<string> Detail(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("detail").GetString()!;

    /// <summary>What a form asks for: the names of its fields with the values they start with.</summary>
    public static async Task<Dictionary<string, string>> Fields(JsonElement asked)
    {
        Assert.Equal("ask", asked.GetProperty("kind").GetString());
        using var page = await BrowsingContext.New(AngleSharp.Configuration.Default).OpenAsync(html => html.Content(asked.GetProperty("html").GetString()!), Ct);
        return page.QuerySelectorAll("[name]")
            .DistinctBy(field => field.GetAttribute("name"))
            .ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value") ?? string.Empty, StringComparer.Ordinal);
    }

    public void Dispose() => http.Dispose();

    private static async Task<JsonElement> Answer(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }

    private async Task<IDocument> Html(string address)
    {
        var context = BrowsingContext.New(AngleSharp.Configuration.Default);
        var html = await http.GetStringAsync(new Uri(address, UriKind.Relative), Ct);
        return await context.OpenAsync(page => page.Content(html), Ct);
    }
}
