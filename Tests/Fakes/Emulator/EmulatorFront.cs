using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using AlignmentBot.Tests.Fakes.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AlignmentBot.Tests.Fakes.Emulator;

/// <summary>Stands before the emulator and adds what it lacks: sockets, groups of people, response addresses. All else goes through unchanged.</summary>
public sealed class EmulatorFront : IAsyncDisposable
{
    private readonly SlackEmulator emulator;
    private readonly WebApplication app;
    private readonly HttpClient http;
    private readonly FakeWorkspace whispered = new();

    private EmulatorFront(SlackEmulator emulator, WebApplication app)
    {
        this.emulator = emulator;
        this.app = app;
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = emulator.Address };
        Socket = new FakeSocket(whispered);
    }

    public Uri Address => new(app.Urls.First());

    public Uri Api => new(Address, "/api/");

    public FakeSocket Socket { get; }

    /// <summary>What only one person was told, by a response address or <c>chat.postEphemeral</c>.</summary>
    public IReadOnlyList<FakeEphemeral> Whispers => whispered.Ephemerals;

    /// <summary>Every drawing of a modal that the emulator took, oldest first.</summary>
    public ConcurrentQueue<FakeView> Views { get; } = new();

    /// <summary>Calls that the emulator turned down, each as the method and its answer.</summary>
    public ConcurrentQueue<string> TurnedDown { get; } = new();

    public static async Task<EmulatorFront> Start(SlackEmulator emulator)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var front = new EmulatorFront(emulator, server);
        server.UseWebSockets();
        server.MapPost("/api/apps.connections.open", () => Results.Json(new { ok = true, url = $"ws://127.0.0.1:{front.Address.Port}/link?ticket={front.Socket.NewTicket()}" }));
        server.MapPost("/api/usergroups.list", () => Results.Json(new { ok = false, error = "plan_upgrade_required" }));
        server.MapPost("/response/{user}/{channel}/{ts}", front.Respond);
        server.Map("/link", http => front.Socket.Accept(http));
        server.Map("/{**rest}", front.Forward);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return front;
    }

    /// <summary>Where an interaction can be answered for half an hour.</summary>
    /// <param name="ts">Of the message that was clicked, or 0.</param>
    public string ResponseUrl(string user, string channel, string ts = "0") => new Uri(Address, $"/response/{user}/{channel}/{ts}").ToString();

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        http.Dispose();
        Socket.Dispose();
    }

    private async Task Forward(HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.Path + context.Request.QueryString);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (body.Length > 0)
            request.Content = new ByteArrayContent(body.ToArray());
        foreach (var header in context.Request.Headers.Where(header => header.Key is not ("Host" or "Connection" or "Content-Length")))
        {
            if (!request.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray()))
                request.Content?.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray());
        }

        using var response = await http.SendAsync(request, context.RequestAborted);
        var answer = await response.Content.ReadAsByteArrayAsync(context.RequestAborted);
        Notice(context.Request.Path, body.ToArray(), answer);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        if (response.Headers.Location is { } location)
            context.Response.Headers.Location = location.ToString();
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    private void Notice(PathString path, byte[] asked, byte[] answered)
    {
        if (!path.StartsWithSegments("/api", StringComparison.Ordinal, out var method) || JsonNode.Parse(answered) is not JsonObject answer)
            return;
        if (!answer["ok"]!.GetValue<bool>())
            TurnedDown.Enqueue($"{method}: {answer.ToJsonString()}");
        else if (method.Value is "/views.open" or "/views.update" && answer["view"] is JsonObject view)
            Views.Enqueue(new FakeView(view["id"]!.GetValue<string>(), view.DeepClone().AsObject()));
        else if (method.Value == "/chat.postEphemeral" && JsonNode.Parse(asked) is JsonObject whisper)
            Whisper(whisper["channel"]!.GetValue<string>(), whisper["user"]!.GetValue<string>(), whisper);
    }

    private async Task Respond(HttpContext context, string user, string channel, string ts)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        Whisper(channel, user, body);
        if (body["replace_original"]?.GetValue<bool>() == true && ts != "0")
            await emulator.Call("chat.update", new JsonObject { ["channel"] = channel, ["ts"] = ts, ["text"] = body["text"]!.DeepClone(), ["blocks"] = body["blocks"]!.DeepClone() });
    }

    private void Whisper(string channel, string user, JsonObject body) => whispered.Whisper(new FakeEphemeral(
        channel, user, FakeBlocks.Words(body["blocks"]), body["replace_original"]?.GetValue<bool>() ?? false, body["blocks"]!.DeepClone().AsArray()));
}
