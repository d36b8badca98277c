using System.Net.Http.Json;
using System.Text.Json;

namespace AlignmentBot.Tests.Fakes;

/// <summary>One person at the local page, over HTTP as the page's script does it.</summary>
public sealed class LocalPersona : IDisposable
{
    private readonly HttpClient http;
    private readonly string pod;
    private readonly string member;

    private LocalPersona(HttpClient http, string pod, string member)
    {
        this.http = http;
        this.pod = pod;
        this.member = member;
    }

    /// <summary>Opens the page and takes its antiforgery token.</summary>
    public static async Task<LocalPersona> Open(Uri bot, string pod, string member, CancellationToken ct)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = bot };
        var token = await client.GetFromJsonAsync<JsonElement>("/local/token", ct);
        client.DefaultRequestHeaders.Add("X-Local-Token", token.GetProperty("value").GetString());
        return new LocalPersona(client, pod, member);
    }

    /// <summary>Presses a button and returns the kind of the answer.</summary>
    public async Task<string> Click(string delivery, string action, string lead, CancellationToken ct)
    {
        using var response = await http.PostAsJsonAsync("/local/click", new { pod, persona = member, delivery, action, value = lead }, ct);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("kind").GetString()!;
    }

    /// <summary>Sends a form, which the page need not have shown, and returns the whole answer.</summary>
    public async Task<string> Form(string delivery, string form, string value, Dictionary<string, string> answers, CancellationToken ct)
    {
        using var response = await http.PostAsJsonAsync("/local/form", new { pod, persona = member, delivery, id = form, value, answers }, ct);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(ct);
    }

    public void Dispose() => http.Dispose();
}
