using System.Net.WebSockets;
using AlignmentBot.Bot.Channels.Slack.Inbound;
using AlignmentBot.Bot.Channels.Slack.Outbound;

namespace AlignmentBot.Bot.Channels.Slack.Socket;

/// <summary>
/// Keeps a socket to Slack open. The next one is open before the last one closes; after a break it is tried again with growing waits.
/// Source: docs.slack.dev/apis/events-api/using-socket-mode
/// </summary>
public sealed partial class SlackSocketMode(SlackWebApi api, SlackDispatch dispatch, SocketPatience patience, ILoggerFactory loggers) : BackgroundService
{
    private readonly ILogger logger = loggers.CreateLogger<SlackSocketMode>();
    private int failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        SlackSocket? current = null;
        try
        {
            while (true)
            {
                var next = await OpenNext(stoppingToken);
                var opened = Environment.TickCount64;
                if (current is not null)
                    await current.DisposeAsync();
                current = next;
                var ending = await current.Ending.WaitAsync(stoppingToken);
                if (ending == SocketEnding.Disabled)
                {
                    Log.Disabled(logger);
                    return;
                }

                var lived = TimeSpan.FromMilliseconds(Environment.TickCount64 - opened);
                failures = lived >= patience.Settled ? 0 : failures + 1;
                Log.Replacing(logger, ending, lived);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot stops.
        }
        finally
        {
            if (current is not null)
                await current.DisposeAsync();
        }
    }

    private async Task<SlackSocket> OpenNext(CancellationToken ct)
    {
        while (true)
        {
            if (failures > 0)
                await Task.Delay(patience.After(failures), ct);
            var socket = new SlackSocket(dispatch, loggers.CreateLogger<SlackSocket>());
            try
            {
                await socket.Open(await Address(ct), ct);
                Log.Opened(logger);
                return socket;
            }
            catch (Exception failure) when (failure is WebSocketException or TimeoutException or ChannelUnavailableException or HttpRequestException)
            {
                failures++;
                Log.NotOpened(logger, failures, failure.Message);
            }

            await socket.DisposeAsync();
        }
    }

    private async Task<Uri> Address(CancellationToken ct)
    {
        var answer = await api.OpenSocket(ct);
        return answer switch
        {
            { Ok: true, Url: { } url } => url,
            { Error: "missing_scope" } => throw new ChannelUnavailableException("Slack:AppToken lacks the scope connections:write. Make a new one on the app's page, Basic Information, App-Level Tokens."),
            { Error: "invalid_auth" or "not_authed" } => throw new ChannelUnavailableException("Slack:AppToken is not valid. Copy it again from the app's page, Basic Information, App-Level Tokens."),
            _ => throw new ChannelUnavailableException($"apps.connections.open: {answer.Error}"),
        };
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A socket to Slack is open.")]
        public static partial void Opened(ILogger logger);

        [LoggerMessage(Level = LogLevel.Information, Message = "A socket to Slack ends ({Ending}, after {Lived}); the next is opened.")]
        public static partial void Replacing(ILogger logger, SocketEnding ending, TimeSpan lived);

        [LoggerMessage(Level = LogLevel.Warning, Message = "No socket to Slack ({Failures} in a row): {Why}")]
        public static partial void NotOpened(ILogger logger, int failures, string why);

        [LoggerMessage(Level = LogLevel.Error, Message = "Socket Mode was switched off in the app's settings, so nothing comes from Slack any more. Switch it on and restart the bot, or set Slack:SigningSecret and remove Slack:AppToken to use HTTP.")]
        public static partial void Disabled(ILogger logger);
    }
}
