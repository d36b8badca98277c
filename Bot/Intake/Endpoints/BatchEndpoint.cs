using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using AlignmentBot.Bot.Intake.Answers;
using AlignmentBot.Bot.Intake.Reading;

namespace AlignmentBot.Bot.Intake.Endpoints;

/// <summary>
/// <c>POST /api/leads/batch</c>: lines are read while they come in, many are committed side by side so that they share the disk's syncs,
/// and each is answered in its order as soon as it is done.
/// </summary>
public sealed partial class BatchEndpoint(Calls calls, LeadIntake intake, ILogger<BatchEndpoint> logger)
{
    public const string ContentType = "application/x-ndjson";

    /// <summary>How many lines are under way at once.</summary>
    private const int SideBySide = 64;

    private const int FlushFrom = 16 * 1024;

    public async Task<IResult> HandOver(HttpContext http, CancellationToken ct)
    {
        var (key, wrongKey) = IdempotencyKey.Read(http.Request);
        if (wrongKey is not null)
            return wrongKey;
        if (RequestBody.RefuseBatch(http.Request) is { } problem)
            return problem;

        // The answers may wait without limit (there are 10,000 short ones at most): a client that sends everything before it reads must not block itself.
        var answers = Channel.CreateUnbounded<Task<BatchAnswer>>();
        http.Response.ContentType = ContentType;
        await Task.WhenAll(Take(http, key, answers.Writer, ct), Write(http.Response, answers.Reader, ct));
        return TypedResults.Empty;
    }

    private async Task Take(HttpContext http, string? key, ChannelWriter<Task<BatchAnswer>> answers, CancellationToken ct)
    {
        using var places = new SemaphoreSlim(SideBySide);
        var people = new SamePerson();
        var started = new List<Task>();
        try
        {
            await foreach (var line in new BatchLines(http.Request.BodyReader).Read(ct))
            {
                await places.WaitAsync(ct);
                var read = line.Fault is null ? ReadLead.From(line.Json) : null;
                var call = CallOf(http, key, line);
                var answer = people.InTurn(read?.Draft, () => One(line, read, call, places, ct));
                started.Add(answer);
                await answers.WriteAsync(answer, ct);
            }

            answers.Complete();
        }
        catch (Exception broken)
        {
            answers.Complete(broken);
            throw;
        }
        finally
        {
            await Task.WhenAll(started).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<BatchAnswer> One(BatchLine line, ReadLead? read, IntakeCall call, SemaphoreSlim places, CancellationToken ct)
    {
        try
        {
            return read is null
                ? BatchAnswer.Invalid(line.Number, line.Fault!)
                : BatchAnswer.Of(line.Number, await intake.HandOver(read, call, ct));
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            Log.Failed(logger, line.Number, call.Key.Id, failure);
            return BatchAnswer.Failed(line.Number);
        }
        finally
        {
            places.Release();
        }
    }

    private IntakeCall CallOf(HttpContext http, string? key, BatchLine line)
    {
        var holder = Calls.Holder(http);
        var number = line.Number.ToString(CultureInfo.InvariantCulture);
        var delivery = key is null ? null : IdempotencyKey.Delivery(holder, $"{key} {number}", Calls.PlaceOf(http), line.Json);
        return new IntakeCall(holder, calls.UrlOf(http), delivery);
    }

    private static async Task Write(HttpResponse response, ChannelReader<Task<BatchAnswer>> answers, CancellationToken ct)
    {
        await response.StartAsync(ct);
        var body = response.BodyWriter;
        while (await answers.WaitToReadAsync(ct))
        {
            while (answers.TryRead(out var answer))
            {
                if (body.UnflushedBytes > 0 && (!answer.IsCompleted || body.UnflushedBytes > FlushFrom))
                    await body.FlushAsync(ct);
                body.Write(JsonSerializer.SerializeToUtf8Bytes(await answer, ApiJson.Options));
                body.Write("\n"u8);
            }

            await body.FlushAsync(ct);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Line {Line} of a batch sent with key {Key} could not be handed over.")]
        public static partial void Failed(ILogger logger, int line, string key, Exception failure);
    }
}
