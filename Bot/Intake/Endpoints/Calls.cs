using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Intake.Keys;
using AlignmentBot.Bot.Intake.Problems;
using AlignmentBot.Bot.Intake.Reading;

namespace AlignmentBot.Bot.Intake.Endpoints;

/// <summary>Turns a request into a call, and the end of a call into an answer.</summary>
public sealed class Calls(ApiSettings settings)
{
    /// <summary>Reads the body and the headers; the call is made only when both are fine.</summary>
    public async Task<IResult> Answer(HttpContext http, Func<byte[], IntakeCall, Task<IntakeResult>> make, CancellationToken ct)
    {
        var (key, wrongKey) = IdempotencyKey.Read(http.Request);
        if (wrongKey is not null)
            return wrongKey;
        var (bytes, problem) = await RequestBody.Read(http.Request, ct);
        if (problem is not null)
            return problem;

        var holder = Holder(http);
        var delivery = key is null ? null : IdempotencyKey.Delivery(holder, key, PlaceOf(http), bytes);
        return await make(bytes, new IntakeCall(holder, UrlOf(http), delivery)) switch
        {
            IntakeResult.Taken taken => Taken(http, taken),
            IntakeResult.Refused refused => new ProblemResult(refused.Problem),
            var other => throw new NotSupportedException($"No answer for {other.GetType().Name}."),
        };
    }

    /// <summary>Whose key it is; there is always one behind the authorization.</summary>
    public static KeyHolder Holder(HttpContext http) => http.Features.Get<KeyHolder>() ?? throw new InvalidOperationException("The endpoint asks for no API key.");

    public string UrlOf(HttpContext http) => settings.PublicUrl ?? $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";

    public static string PlaceOf(HttpContext http) => $"{http.Request.Method} {http.Request.Path}";

    private static IResult Taken(HttpContext http, IntakeResult.Taken taken)
    {
        if (taken.Answer.Status == StatusCodes.Status201Created)
            http.Response.Headers.Location = taken.Answer.Body.Url;
        return TypedResults.Json(taken.Answer.Body, ApiJson.Options, statusCode: taken.Answer.Status);
    }
}
