using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using AlignmentBot.Bot.Channels.Slack.Answers;
using AlignmentBot.Bot.Channels.Slack.Inbound;
using AlignmentBot.Bot.Channels.Slack.Outbound;
using AlignmentBot.Bot.Channels.Slack.Wire;

namespace AlignmentBot.Bot.Channels.Slack.Socket;

/// <summary>
/// One socket: reads envelopes, handles several at a time, acknowledges each when it is durable. What is not acknowledged Slack sends again.
/// Source: docs.slack.dev/apis/events-api/using-socket-mode
/// </summary>
public sealed partial class SlackSocket(SlackDispatch dispatch, ILogger<SlackSocket> logger) : IAsyncDisposable
{
    private const int AtOnce = 32;
    private static readonly TimeSpan HelloLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(3);

    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim room = new(AtOnce, AtOnce);
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly TaskCompletionSource hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<SocketEnding> ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource stop = new();
    private Task reading = Task.CompletedTask;

    /// <summary>Done as soon as a successor is needed; the socket goes on reading until it is disposed or gone.</summary>
    public Task<SocketEnding> Ending => ending.Task;

    /// <summary>Connects and waits for Slack's greeting.</summary>
    /// <exception cref="WebSocketException">Slack does not take the connection.</exception>
    /// <exception cref="TimeoutException">Slack does not greet.</exception>
    public async Task Open(Uri address, CancellationToken ct)
    {
        // A link that does not answer a ping is dead, though nothing closed it.
        socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(10);
        socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(20);
        await socket.ConnectAsync(address, ct).WaitAsync(HelloLimit, ct);
        reading = Read();
        await (await Task.WhenAny(hello.Task, ending.Task).WaitAsync(HelloLimit, ct));
        if (!hello.Task.IsCompleted)
            throw new WebSocketException("The socket ended before Slack's greeting.");
    }

    /// <summary>Finishes what is under way, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(CloseLimit);
        try
        {
            for (var taken = 0; taken < AtOnce; taken++)
                await room.WaitAsync(limit.Token);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
        }
        catch (Exception closing) when (closing is WebSocketException or OperationCanceledException)
        {
            Log.ClosedHard(logger, closing.Message);
        }

        await stop.CancelAsync();
        await reading;
        socket.Dispose();
        stop.Dispose();
    }

    private async Task Read()
    {
        var frame = new ArrayBufferWriter<byte>(16 * 1024);
        try
        {
            while (await Next(frame))
            {
                var envelope = JsonSerializer.Deserialize(frame.WrittenSpan, SlackJson.Default.SlackEnvelope);
                frame.ResetWrittenCount();
                if (envelope is not null)
                    await Take(envelope);
            }
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException or JsonException or InvalidDataException)
        {
            if (!stop.IsCancellationRequested)
                Log.Broken(logger, end.Message);
        }

        ending.TrySetResult(SocketEnding.Broken);
    }

    /// <returns>False when the other side has closed.</returns>
    private async Task<bool> Next(ArrayBufferWriter<byte> frame)
    {
        while (true)
        {
            var part = await socket.ReceiveAsync(frame.GetMemory(8 * 1024), stop.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                return false;
            frame.Advance(part.Count);
            if (frame.WrittenCount > SignedBody.Limit)
                throw new InvalidDataException("A frame is larger than anything Slack sends.");
            if (part.EndOfMessage)
                return true;
        }
    }

    private async Task Take(SlackEnvelope envelope)
    {
        switch (envelope)
        {
            case { Type: "hello" }:
                hello.TrySetResult();
                break;
            case { Type: "disconnect" }:
                ending.TrySetResult(envelope.Reason == "link_disabled" ? SocketEnding.Disabled : SocketEnding.Refresh);
                break;
            case { EnvelopeId: not null, Payload.ValueKind: JsonValueKind.Object }:
                await room.WaitAsync(stop.Token);
                // The room that it takes is given back when it ends; closing waits for all of it.
                _ = Handle(envelope);
                break;
        }
    }

    private async Task Handle(SlackEnvelope envelope)
    {
        try
        {
            var ack = await dispatch.OfSocket(envelope.Type, envelope.Payload, stop.Token);
            await Acknowledge(envelope, ack);
            ack.Then?.Invoke();
        }
        catch (SendAgainException)
        {
            Log.NotYet(logger, envelope.EnvelopeId!);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // Without an acknowledgement Slack sends it again.
            Log.Failed(logger, envelope.EnvelopeId!, envelope.Type, failure);
        }
        catch (OperationCanceledException)
        {
            Log.ClosedHard(logger, "an envelope was under way");
        }
        finally
        {
            room.Release();
        }
    }

    private async Task Acknowledge(SlackEnvelope envelope, SlackAck ack)
    {
        var frame = SlackMessageJson.Write(json =>
        {
            json.WriteString("envelope_id", envelope.EnvelopeId);
            if (ack.IsEmpty || !envelope.AcceptsResponsePayload)
                return;
            json.WritePropertyName("payload");
            json.WriteRawValue(ack.Json.Span, skipInputValidation: true);
        });
        await sending.WaitAsync(stop.Token);
        try
        {
            await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, stop.Token);
        }
        finally
        {
            sending.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The socket to Slack broke: {Why}.")]
        public static partial void Broken(ILogger logger, string why);

        [LoggerMessage(Level = LogLevel.Debug, Message = "A socket to Slack was closed without ceremony: {Why}.")]
        public static partial void ClosedHard(ILogger logger, string why);

        [LoggerMessage(Level = LogLevel.Debug, Message = "Envelope {Envelope} comes too early; it is not acknowledged.")]
        public static partial void NotYet(ILogger logger, string envelope);

        [LoggerMessage(Level = LogLevel.Error, Message = "Envelope {Envelope} of type {Type} failed; it is not acknowledged.")]
        public static partial void Failed(ILogger logger, string envelope, string? type, Exception failure);
    }
}
