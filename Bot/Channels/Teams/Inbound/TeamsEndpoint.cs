using System.Buffers;
using System.Text.Json;
using AlignmentBot.Bot.Channels.Teams.Answers;
using AlignmentBot.Bot.Channels.Teams.Wire;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>
/// <c>POST /api/messages</c>: the one address for everything that comes from Teams. Nothing is read before its length and its token fit,
/// nobody who is refused is told why, and nothing on the way to the answer waits for Teams.
/// </summary>
public sealed partial class TeamsEndpoint(TeamsGate gate, TeamsDispatch dispatch, ILogger<TeamsEndpoint> logger)
{
    public const string Path = "/api/messages";

    /// <summary>The largest body that is read. Teams' largest messages have about 100 KB, and a message on which a command is chosen comes along.</summary>
    public const int Limit = 1024 * 1024;

    public async Task Handle(HttpContext http)
    {
        if (http.Request.ContentLength > Limit)
        {
            Refuse(http, StatusCodes.Status413PayloadTooLarge, "too large");
            return;
        }

        try
        {
            if (await gate.Admit(http.Request, http.RequestAborted) is { } pass)
                await Read(http, pass);
            else
                Refuse(http, StatusCodes.Status401Unauthorized, "no good token");
        }
        catch (KeysUnavailableException)
        {
            Refuse(http, StatusCodes.Status503ServiceUnavailable, "no keys");
        }
    }

    private async Task Read(HttpContext http, TeamsPass pass)
    {
        var reader = http.Request.BodyReader;
        var read = await reader.ReadAtLeastAsync(Limit + 1, http.RequestAborted);
        try
        {
            if (read.Buffer.Length > Limit)
                Refuse(http, StatusCodes.Status413PayloadTooLarge, "too large");
            else if (Parse(read.Buffer) is not { } activity)
                Refuse(http, StatusCodes.Status400BadRequest, "not an activity");
            else if (gate.Fault(pass, activity) is { } fault)
                Refuse(http, StatusCodes.Status403Forbidden, fault);
            else
                await Answer(http, await dispatch.Handle(activity, http.RequestAborted));
        }
        finally
        {
            reader.AdvanceTo(read.Buffer.End);
        }
    }

    private static async Task Answer(HttpContext http, TeamsReply reply)
    {
        http.Response.StatusCode = reply.Status;
        http.Response.ContentLength = reply.Json.Length;
        if (reply.Json.IsEmpty)
            return;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.BodyWriter.WriteAsync(reply.Json, http.RequestAborted);
    }

    private static TeamsActivity? Parse(ReadOnlySequence<byte> body)
    {
        try
        {
            var json = new Utf8JsonReader(body);
            return JsonSerializer.Deserialize(ref json, TeamsJson.Default.TeamsActivity);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Refuse(HttpContext http, int status, string why)
    {
        Log.Refused(logger, status, why);
        http.Response.StatusCode = status;
        http.Response.ContentLength = 0;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A request to the Teams address was refused with {Status}: {Why}.")]
        public static partial void Refused(ILogger logger, int status, string why);
    }
}
