using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace AlignmentBot.Tests.Fakes.Teams;

/// <summary>
/// The Bot Connector on a free port of this machine, stricter than Teams: a call that was not announced, a wrong token, an id that is not
/// escaped, a card that breaks a rule, text beside a card, or more calls than Teams allows fail the test when the fake is disposed of.
/// </summary>
public sealed class FakeConnector : IAsyncDisposable
{
    public const string Tenant = "00000000-0000-0000-0000-0000000000aa";

    private readonly WebApplication app;
    private readonly FakeConnectorApi api;
    private readonly ConcurrentQueue<string> violations = new();
    private readonly CancellationTokenSource stop = new();
    private readonly FakePace pace = new();

    private FakeConnector(WebApplication app)
    {
        this.app = app;
        Tokens = new FakeTokenEndpoint(violations.Enqueue);
        api = new FakeConnectorApi(Teams, People);
    }

    public FakeTeams Teams { get; } = new();

    public FakeTeamsPeople People { get; } = new();

    public FakeTokenEndpoint Tokens { get; }

    /// <summary>What goes wrong with this call, such as <c>POST v3/conversations</c>; asked once per call.</summary>
    public Func<FakeCall, FakeFault> Fault { get; set; } = _ => FakeFault.None;

    /// <summary>What holds every call up before anything is done.</summary>
    public Func<FakeCall, Task> Hold { get; set; } = _ => Task.CompletedTask;

    /// <summary>Seconds in a Retry-After.</summary>
    public int RetryAfter { get; set; } = 1;

    public ConcurrentQueue<FakeCall> Calls { get; } = new();

    /// <summary>Messages that stand in Teams although the answer about them never came, by their ids: nobody but Teams knows that they do.</summary>
    public ConcurrentQueue<string> Untold { get; } = new();

    public Uri Address => new(app.Urls.First());

    /// <summary>As an activity would name it.</summary>
    public string ServiceUrl => new Uri(Address, $"/emea/{Tenant}/").AbsoluteUri;

    public string TokenUrl => new Uri(Address, "/token").AbsoluteUri;

    /// <summary>Where Microsoft Graph is played.</summary>
    public string Graph => new Uri(Address, "/graph/v1.0/").AbsoluteUri;

    public static async Task<FakeConnector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var fake = new FakeConnector(server);
        server.MapPost("/token", fake.Tokens.Answer);
        server.MapGet("/identity", fake.Tokens.AnswerIdentity);
        server.MapFallback("/{**path}", fake.Call);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }

    /// <summary>How often this was called, ids left out.</summary>
    public int Count(string kind) => Calls.Count(call => call.Kind == kind);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        stop.Dispose();
        if (!violations.IsEmpty)
            throw new InvalidOperationException("Teams would not have taken this:\n" + string.Join('\n', violations.Distinct(StringComparer.Ordinal).Take(20)));
    }

    private async Task Call(HttpContext http)
    {
        // The target as it was sent: what the server has unescaped says nothing about the caller.
        var raw = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        if (FakeCall.Parse(http.Request.Method, raw) is not { } call)
        {
            violations.Enqueue($"{http.Request.Method} {raw} was not announced");
            http.Response.StatusCode = 404;
            return;
        }

        Calls.Enqueue(call);
        if (pace.Fault(call) is { } hurry)
            violations.Enqueue(hurry);
        await Hold(call);
        var fault = Fault(call);
        if (StatusOf(fault) is { } status && fault != FakeFault.DoneThenBadGateway)
            await Fail(http, status, fault);
        else if (fault == FakeFault.Cut)
            http.Abort();
        else
            await Answer(http, call, fault, await Do(http, call));
    }

    private async Task<FakeReply> Do(HttpContext http, FakeCall call)
    {
        foreach (var fault in call.Faults())
            violations.Enqueue(fault);
        var token = http.Request.Headers.Authorization.ToString();
        var scope = call.OfGraph ? Tokens.GraphScope : Tokens.ConnectorScope;
        if (!token.StartsWith("Bearer ", StringComparison.Ordinal) || !Tokens.Takes(token["Bearer ".Length..], scope))
        {
            if (token.Length == 0 || !token.StartsWith("Bearer fake-token-", StringComparison.Ordinal))
                violations.Enqueue($"{call}: no token of ours");
            return FakeReply.Error(401, "Unauthorized");
        }

        var body = call.Method == "GET" ? null : await Body(http.Request, call);
        foreach (var fault in FakeConnectorApi.Faults(call, body))
            violations.Enqueue($"{call}: {fault}");
        return api.Do(call, body);
    }

    private async Task<JsonObject?> Body(HttpRequest request, FakeCall call)
    {
        if (request.ContentType != "application/json; charset=utf-8")
            violations.Enqueue($"{call}: body as {request.ContentType}");
        return (await JsonNode.ParseAsync(request.Body))?.AsObject();
    }

    private async Task Answer(HttpContext http, FakeCall call, FakeFault fault, FakeReply reply)
    {
        await Answer(http, fault, reply);
        var lost = fault is FakeFault.DoneThenCut or FakeFault.DoneThenSilent or FakeFault.DoneThenBadGateway || http.RequestAborted.IsCancellationRequested;
        if (lost && call.Method == "POST" && (reply.Body["activityId"] ?? reply.Body["id"])?.GetValue<string>() is { } message)
            Untold.Enqueue(message);
    }

    private async Task Answer(HttpContext http, FakeFault fault, FakeReply reply)
    {
        if (fault == FakeFault.DoneThenCut)
            http.Abort();
        else if (fault == FakeFault.DoneThenSilent)
            await Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(stop.Token, http.RequestAborted).Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        else if (fault == FakeFault.DoneThenBadGateway)
            await Fail(http, 502, fault);
        else
            await Write(http, reply, fault == FakeFault.SlowBody);
    }

    private async Task Fail(HttpContext http, int status, FakeFault fault)
    {
        if (fault == FakeFault.TooMany)
            http.Response.Headers.RetryAfter = RetryAfter.ToString(CultureInfo.InvariantCulture);
        await Write(http, FakeReply.Error(status, CodeOf(fault)), slowly: false);
    }

    private static async Task Write(HttpContext http, FakeReply reply, bool slowly)
    {
        http.Response.StatusCode = reply.Status;
        http.Response.ContentType = "application/json; charset=utf-8";
        var body = reply.Body.ToJsonString();
        var half = slowly ? body.Length / 2 : body.Length;
        await http.Response.WriteAsync(body[..half]);
        await http.Response.Body.FlushAsync();
        if (slowly)
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        await http.Response.WriteAsync(body[half..]);
    }

    private static int? StatusOf(FakeFault fault) => fault switch
    {
        FakeFault.TooMany => 429,
        FakeFault.Precondition => 412,
        FakeFault.ServerError => 500,
        FakeFault.BadGateway or FakeFault.DoneThenBadGateway => 502,
        FakeFault.Unavailable => 503,
        FakeFault.NotInstalled => 403,
        FakeFault.Unauthorized => 401,
        FakeFault.None or FakeFault.Cut or FakeFault.DoneThenCut or FakeFault.DoneThenSilent or FakeFault.SlowBody => null,
    };

    private static string CodeOf(FakeFault fault) => fault switch
    {
        FakeFault.TooMany => "Throttled",
        FakeFault.Precondition => "PreconditionFailed",
        FakeFault.NotInstalled => "BotNotInConversationRoster",
        FakeFault.Unauthorized => "BotNotRegistered",
        _ => "ServiceError",
    };
}
