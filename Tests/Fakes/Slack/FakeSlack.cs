using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AlignmentBot.Tests.Fakes.Slack;

/// <summary>
/// Slack on a free port of this machine, stricter than Slack: a call that was not announced, a scope that the manifest does not ask for,
/// a broken limit of Block Kit or a pace above one message a second fails the test when the fake is disposed of.
/// </summary>
public sealed class FakeSlack : IAsyncDisposable
{
    public const string BotToken = "xoxb-fake-token";
    public const string AppToken = "xapp-fake-token";

    private readonly WebApplication app;
    private readonly FakeSlackApi api;
    private readonly ConcurrentQueue<string> violations = new();
    private readonly CancellationTokenSource stop = new();

    private FakeSlack(WebApplication app)
    {
        this.app = app;
        Directory = new FakeDirectory(Channels);
        api = new FakeSlackApi(Workspace, Directory);
        Socket = new FakeSocket(Workspace);
        OAuth = new FakeOAuth(violations.Enqueue);
    }

    public FakeWorkspace Workspace { get; } = new();

    /// <summary>Who and what is in the workspace beside messages.</summary>
    public FakeDirectory Directory { get; }

    public FakeSocket Socket { get; }

    /// <summary>What <c>conversations.info</c> tells of a channel; one that is not here is not found.</summary>
    public Dictionary<string, FakeChannel> Channels { get; } = new(StringComparer.Ordinal);

    /// <summary>How far Slack's clock is ahead of this machine's.</summary>
    public TimeSpan ClockAhead { get; set; }

    /// <summary>Where several workspaces install the app.</summary>
    public FakeOAuth OAuth { get; }

    /// <summary>The scopes of the token: those of the manifest, unless a test takes one away.</summary>
    public HashSet<string> Scopes { get; } = new(FakeSlackRules.GrantedScopes, StringComparer.Ordinal);

    /// <summary>What goes wrong with a call of this method; asked once per call.</summary>
    public Func<string, SlackFault> Fault { get; set; } = _ => SlackFault.None;

    /// <summary>What Slack answers instead of doing it, such as <c>channel_not_found</c>; null to do it.</summary>
    public Func<string, string?> Refusal { get; set; } = _ => null;

    /// <summary>What holds every call up before anything is done.</summary>
    public Func<string, Task> Hold { get; set; } = _ => Task.CompletedTask;

    /// <summary>The least time between two posts in one channel that is let pass.</summary>
    public TimeSpan Gap { get; set; } = TimeSpan.Zero;

    /// <summary>Seconds in a Retry-After.</summary>
    public int RetryAfter { get; set; } = 1;

    public ConcurrentQueue<string> Calls { get; } = new();

    public Uri Address => new(app.Urls.First());

    public Uri Api => new(Address, "/api/");

    public static async Task<FakeSlack> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var fake = new FakeSlack(server);
        server.UseWebSockets();
        server.MapPost("/api/{method}", fake.Call);
        server.MapPost("/response/{user}/{channel}", fake.Respond);
        server.MapGet("/oauth/v2/authorize", (HttpRequest request) => fake.OAuth.Authorize(request));
        server.Map("/link", http => fake.Socket.Accept(http));
        await server.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }

    public int Count(string method) => Calls.Count(call => call == method);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        stop.Dispose();
        Socket.Dispose();
        if (!violations.IsEmpty)
            throw new InvalidOperationException("Slack would not have taken this:\n" + string.Join('\n', violations.Distinct(StringComparer.Ordinal).Take(20)));
    }

    private async Task Call(HttpContext http)
    {
        var method = (string)http.Request.RouteValues["method"]!;
        Calls.Enqueue(method);
        await Hold(method);
        var fault = Fault(method);
        if (fault == SlackFault.TooMany)
            http.Response.Headers.RetryAfter = RetryAfter.ToString(CultureInfo.InvariantCulture);
        if (fault is SlackFault.TooMany or SlackFault.ServerError)
            http.Response.StatusCode = (int)(fault == SlackFault.TooMany ? HttpStatusCode.TooManyRequests : HttpStatusCode.InternalServerError);
        else if (fault == SlackFault.Cut)
            http.Abort();
        else
            await Answer(http, fault, await Do(http, method));
    }

    private async Task Answer(HttpContext http, SlackFault fault, JsonObject answer)
    {
        if (fault == SlackFault.DoneThenCut)
            http.Abort();
        else if (fault == SlackFault.DoneThenSilent)
            await Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(stop.Token, http.RequestAborted).Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        else
            await Write(http, answer.ToJsonString(), fault == SlackFault.SlowBody);
    }

    private async Task Write(HttpContext http, string body, bool slowly)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers["x-oauth-scopes"] = string.Join(',', Scopes);
        http.Response.Headers.Date = (SlackDoor.Now + ClockAhead).ToString("R", CultureInfo.InvariantCulture);
        var half = slowly ? body.Length / 2 : body.Length;
        await http.Response.WriteAsync(body[..half]);
        await http.Response.Body.FlushAsync();
        if (slowly)
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        await http.Response.WriteAsync(body[half..]);
    }

    private async Task<JsonObject> Do(HttpContext http, string method)
    {
        if (method == "oauth.v2.access")
            return OAuth.Access(http.Request, await http.Request.ReadFormAsync());
        if (!FakeSlackRules.Methods.TryGetValue(method, out var rule))
            return Violated($"{method} was not announced", "unknown_method");
        var token = method == "apps.connections.open" ? AppToken : BotToken;
        var given = http.Request.Headers.Authorization.ToString().Replace("Bearer ", string.Empty, StringComparison.Ordinal);
        if (OAuth.ErrorOf(given) is { } spoiled)
            return Error(spoiled);
        if (given != token && OAuth.TeamOf(given) is null)
            return Violated($"{method}: wrong token", "invalid_auth");
        if (http.Request.HasFormContentType == rule.Json)
            return Violated($"{method}: arguments as {http.Request.ContentType}", "invalid_arguments");
        if (Refusal(method) is { } refusal)
            return Error(refusal);
        if (rule.Scope is { } scope && !Scopes.Contains(scope))
            return new JsonObject { ["ok"] = false, ["error"] = "missing_scope", ["needed"] = scope };

        var arguments = await Arguments(http.Request, rule.Json);
        foreach (var fault in FakeSlackRules.Faults(method, arguments))
            violations.Enqueue(fault);
        OAuth.CheckChannel(given, arguments);
        return method == "apps.connections.open"
            ? new JsonObject { ["ok"] = true, ["url"] = $"ws://127.0.0.1:{Address.Port}/link?ticket={Socket.NewTicket()}" }
            : api.Do(method, arguments, OAuth.TeamOf(given) ?? FakeTeam.Example, Gap, violations.Enqueue);
    }

    private async Task Respond(HttpContext http)
    {
        var user = (string)http.Request.RouteValues["user"]!;
        Calls.Enqueue("response_url");
        await Hold("response_url");
        var body = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
        foreach (var fault in BlockKitRules.OfMessage(body.ToJsonString()))
            violations.Enqueue($"response_url: {fault}");
        var replaced = body["replace_original"]?.GetValue<bool>() ?? false;
        Workspace.Whisper(new FakeEphemeral((string)http.Request.RouteValues["channel"]!, user, FakeBlocks.Words(body["blocks"]), replaced, body["blocks"]!.DeepClone().AsArray()));
        await http.Response.WriteAsync("ok");
    }

    private static async Task<JsonObject> Arguments(HttpRequest request, bool json) => json
        ? (await JsonNode.ParseAsync(request.Body))!.AsObject()
        : new JsonObject((await request.ReadFormAsync()).Select(field => KeyValuePair.Create(field.Key, (JsonNode?)JsonValue.Create(field.Value.ToString()))));

    private JsonObject Violated(string violation, string error)
    {
        violations.Enqueue(violation);
        return Error(error);
    }

    private static JsonObject Error(string error) => new() { ["ok"] = false, ["error"] = error };
}
