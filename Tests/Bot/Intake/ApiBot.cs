using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AlignmentBot.Tests.Bot.Intake;

/// <summary>The whole bot on a free port of loopback, with one pod, three keys, and time that stands still. Tests speak to it over HTTP.</summary>
public sealed class ApiBot : IAsyncLifetime
{
    public const string Key = "both-0123456789-0123456789";
    public const string WriteKey = "write-0123456789-0123456789";
    public const string ReadKey = "read-0123456789-0123456789";

    private readonly TempFolder folder = new();
    private readonly string[] settings;
    private WebApplication? app;
    private int deliveries;

    public ApiBot()
        : this([])
    {
    }

    private ApiBot(string[] settings) => this.settings = settings;

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public HttpClient Http { get; } = new();

    public ManualTime Time { get; } = new(SamplePod.Morning);

    public IStore Store => app!.Services.GetRequiredService<IStore>();

    public string StorePath => folder.File("bot.db");

    /// <summary>Settings of a quiet bot on a free port.</summary>
    public static string[] Settings(string storePath) =>
    [
        "--urls", "http://127.0.0.1:0", "--Storage:Path", storePath, "--Local:Enabled", "false", "--Logging:LogLevel:Default", "None",
        "--Api:Keys:0:Name", "crm", "--Api:Keys:0:Secret", Key, "--Api:Keys:0:Scopes:0", "leads:write", "--Api:Keys:0:Scopes:1", "leads:read",
        "--Api:Keys:1:Name", "writer", "--Api:Keys:1:Secret", WriteKey, "--Api:Keys:1:Scopes:0", "leads:write",
        "--Api:Keys:2:Name", "reader", "--Api:Keys:2:Secret", ReadKey, "--Api:Keys:2:Scopes:0", "leads:read",
        "--Api:RequestsPerSecond", "10000", "--Api:Burst", "100000",
    ];

    public static async Task<ApiBot> Start(params string[] settings)
    {
        var bot = new ApiBot(settings);
        await bot.InitializeAsync();
        return bot;
    }

    public async ValueTask InitializeAsync()
    {
        app = await BotHost.Build([.. Settings(StorePath), .. settings], Ct, services => services.AddSingleton<TimeProvider>(Time));
        await Store.SavePod(SamplePod.Emea, Ct);
        foreach (var member in SamplePod.Everybody.Add(SamplePod.Gone))
            await Store.SaveMember(member with { SlackUser = "U-" + member.Id }, Ct);
        await app.StartAsync(Ct);
        Http.BaseAddress = new Uri(app.Urls.First());
    }

    public Task<Reply> Post(string path, string body, string? key = Key, string? idempotencyKey = null, string contentType = "application/json") =>
        Post(path, new ByteArrayContent(Encoding.UTF8.GetBytes(body)), key, idempotencyKey, contentType);

    public async Task<Reply> Post(string path, HttpContent content, string? key = Key, string? idempotencyKey = null, string? contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        if (idempotencyKey is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        return await Send(request, key);
    }

    public async Task<Reply> Get(string path, string? key = Key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Send(request, key);
    }

    public async Task<Reply> Send(HttpRequestMessage request, string? key)
    {
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + key);
        using var response = await Http.SendAsync(request, Ct);
        return new Reply((int)response.StatusCode, await response.Content.ReadAsStringAsync(Ct), response.Content.Headers.ContentType?.MediaType, response.Headers);
    }

    /// <summary>Hands over a whole lead of this person and gives its id.</summary>
    public async Task<LeadId> HandOver(string person)
    {
        var reply = await Post("/api/leads", $$"""{"company":{"name":"Example Ltd"},"email":"{{person}}@example.com"}""");
        return new LeadId(reply.Json.GetProperty("id").GetString()!);
    }

    /// <summary>Lets a member act as if on Slack.</summary>
    public Task<DeskResult> Do(LeadId lead, Member by, LeadCommand command) => app!.Services.GetRequiredService<LeadDesk>().Decide(
        lead,
        new LeadRequest(Door.Slack, new Caller.Person(new Visitor(Door.Slack, "U-" + by.Id)), command, $"d{Interlocked.Increment(ref deliveries)}", LeadAnswers.Kept),
        Ct);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>What was answered.</summary>
public sealed record Reply(int Status, string Body, string? ContentType, HttpResponseHeaders Headers)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Text(string name) => Json.GetProperty(name).GetString()!;

    public string Detail => Text("detail");

    public string Code => Text("code");

    /// <summary>Every error as <c>place: sentence</c>.</summary>
    public IReadOnlyList<string> Errors => Json.GetProperty("errors").EnumerateArray()
        .Select(error => $"{(error.TryGetProperty("pointer", out var pointer) ? pointer : error.GetProperty("parameter")).GetString()}: {error.GetProperty("detail").GetString()}")
        .ToList();

    public IReadOnlyList<JsonElement> Lines => Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
}
