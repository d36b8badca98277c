using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AlignmentBot.Tests.Fakes.Slack;

/// <summary>The other end of Socket Mode.</summary>
public sealed class FakeSocket(FakeWorkspace workspace) : IDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> tickets = new(StringComparer.Ordinal);
    private readonly List<WebSocket> open = [];
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly Lock gate = new();
    private int count;

    /// <summary>How many sockets are open now.</summary>
    public int Open => Read(() => open.Count(socket => socket.State == WebSocketState.Open));

    public int Opened { get; private set; }

    /// <summary>Whether a new connection is greeted.</summary>
    public bool Greets { get; set; } = true;

    public string NewTicket()
    {
        var ticket = string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref count)}");
        tickets[ticket] = true;
        return ticket;
    }

    public async Task Accept(HttpContext http)
    {
        if (!tickets.TryRemove(http.Request.Query["ticket"].ToString(), out _))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        if (Greets)
            await Send(socket, Hello());
        Read(() =>
        {
            open.Add(socket);
            return Opened++;
        });
        workspace.Publish("socket", []);
        await Receive(socket, http.RequestAborted);
        Read(() => open.Remove(socket));
        workspace.Publish("socket", []);
    }

    /// <summary>Sends an envelope over the newest socket and waits for its acknowledgement.</summary>
    public Task<JsonObject> Deliver(string type, JsonObject payload, CancellationToken ct) => Deliver(type, payload, TimeSpan.FromSeconds(3), ct);

    /// <exception cref="TimeoutException">It was not acknowledged in time.</exception>
    public async Task<JsonObject> Deliver(string type, JsonObject payload, TimeSpan within, CancellationToken ct)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"e{Interlocked.Increment(ref count)}");
        var acknowledged = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[id] = acknowledged;
        await Send(Newest(), new JsonObject
        {
            ["envelope_id"] = id,
            ["type"] = type,
            ["accepts_response_payload"] = type != "events_api",
            ["payload"] = payload,
        });
        return await acknowledged.Task.WaitAsync(within, ct);
    }

    public void Dispose() => sending.Dispose();

    /// <summary>Greets the newest socket, late.</summary>
    public Task Greet() => Send(Newest(), Hello());

    public Task Disconnect(string reason) => Send(Newest(), new JsonObject { ["type"] = "disconnect", ["reason"] = reason });

    /// <summary>Ends the newest socket: with this reason, or without a word.</summary>
    public async Task End(string? reason)
    {
        if (reason is null)
            Break();
        else
            await Disconnect(reason);
    }

    /// <summary>Breaks the newest socket without a word.</summary>
    public void Break() => Newest().Abort();

    private static JsonObject Hello() =>
        new() { ["type"] = "hello", ["num_connections"] = 1, ["connection_info"] = new JsonObject { ["app_id"] = "A0APP" } };

    /// <exception cref="InvalidOperationException">No socket is open.</exception>
    private WebSocket Newest() => Read(() => open.Count > 0 ? open[^1] : throw new InvalidOperationException("No socket is open."));

    private async Task Receive(WebSocket socket, CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), ct) is { MessageType: not WebSocketMessageType.Close } frame)
            {
                var ack = JsonNode.Parse(buffer.AsSpan(0, frame.Count))!.AsObject();
                if (waiting.TryRemove(ack["envelope_id"]!.GetValue<string>(), out var acknowledged))
                    acknowledged.TrySetResult(ack);
            }

            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, ct);
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException)
        {
            // The other side is gone; that is what some tests are about.
        }
    }

    /// <summary>One frame at a time: a socket takes no second one while it sends.</summary>
    private async Task Send(WebSocket socket, JsonObject frame)
    {
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(frame.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }
    }

    private T Read<T>(Func<T> read)
    {
        lock (gate)
            return read();
    }
}
