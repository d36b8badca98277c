using System.Text.Json;
using AlignmentBot.Bot.Channels.Slack.Answers;
using Microsoft.Extensions.Primitives;

namespace AlignmentBot.Bot.Channels.Slack.Inbound;

/// <summary>
/// <c>POST /slack/events</c>: the one address for events, commands and interactions. Nothing is parsed before its signature fits, and
/// nothing on the way to the answer waits for Slack.
/// </summary>
/// <param name="time">Real time, also while the bot's own clock is moved for a trial: by it Slack signs.</param>
public sealed partial class SlackEndpoint(SlackSettings settings, SlackDispatch dispatch, TimeProvider time, ILogger<SlackEndpoint> logger)
{
    public const string Path = "/slack/events";

    public async Task Handle(HttpContext http)
    {
        var headers = http.Request.Headers;
        var timestamp = Single(headers[SlackSignature.TimestampHeader]);
        if (!SlackSignature.IsFresh(timestamp, time.GetUtcNow()))
        {
            Refuse(http, StatusCodes.Status401Unauthorized, "stale");
            return;
        }

        using var body = await SignedBody.Read(http.Request, SlackSignature.Prefix(timestamp!), http.RequestAborted);
        if (body is null)
            Refuse(http, StatusCodes.Status413PayloadTooLarge, "too large");
        else if (!SlackSignature.Fits(settings.SigningSecret, body.Signed, Single(headers[SlackSignature.SignatureHeader])))
            Refuse(http, StatusCodes.Status401Unauthorized, "signature");
        else
            await Answer(http, body.Body);
    }

    private async Task Answer(HttpContext http, Memory<byte> body)
    {
        SlackAck ack;
        try
        {
            ack = await dispatch.OfHttp(body, http.RequestAborted);
        }
        catch (JsonException)
        {
            Refuse(http, StatusCodes.Status400BadRequest, "not JSON");
            return;
        }
        catch (SendAgainException)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.ContentLength = 0;
            return;
        }

        if (ack.IsEmpty)
        {
            http.Response.ContentLength = 0;
            ack.Then?.Invoke();
            return;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = ack.Json.Length;
        await http.Response.BodyWriter.WriteAsync(ack.Json, http.RequestAborted);
        ack.Then?.Invoke();
    }

    private void Refuse(HttpContext http, int status, string why)
    {
        Log.Refused(logger, why);
        http.Response.StatusCode = status;
        http.Response.ContentLength = 0;
    }

    private static string? Single(StringValues header) => header.Count == 1 ? header[0] : null;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A request to the Slack address was refused: {Why}.")]
        public static partial void Refused(ILogger logger, string why);
    }
}
