using System.Buffers;
using System.IO.Pipelines;
using AlignmentBot.Bot.Intake.Problems;
using Microsoft.Net.Http.Headers;

namespace AlignmentBot.Bot.Intake.Reading;

/// <summary>Reads a body up to its limit. What says in its headers that it cannot be read here is refused unread.</summary>
public static class RequestBody
{
    /// <summary>The most bytes of one lead or report, and of one line of a batch.</summary>
    public const int Limit = 256 * 1024;

    /// <summary>The most bytes of a batch.</summary>
    public const long BatchLimit = 16 * 1024 * 1024;

    private static readonly string[] LineTypes = ["application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines"];

    public static async Task<(byte[] Bytes, ProblemResult? Problem)> Read(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > Limit)
            return ([], TooLarge());
        if (!IsJson(request))
            return ([], Problem.WrongMedia(lines: false));

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(ct);
            if (read.Buffer.Length <= Limit && !read.IsCompleted)
            {
                request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var bytes = read.Buffer.Length > Limit ? null : read.Buffer.ToArray();
            request.BodyReader.AdvanceTo(read.Buffer.End);
            return bytes is null ? ([], TooLarge()) : (bytes, null);
        }
    }

    /// <summary>Why a batch with these headers is not read, or null when it is.</summary>
    public static ProblemResult? RefuseBatch(HttpRequest request)
    {
        if (request.ContentLength > BatchLimit)
            return Problem.TooLarge("A batch", "16 MB", "Send it as several batches.");
        return IsPlainUtf8(request) && LineTypes.Contains(MediaType(request), StringComparer.OrdinalIgnoreCase) ? null : Problem.WrongMedia(lines: true);
    }

    private static ProblemResult TooLarge() => Problem.TooLarge("A body", "256 KB", "Shorten its texts, or send fewer activities and fields.");

    private static bool IsJson(HttpRequest request) => IsPlainUtf8(request) && request.HasJsonContentType();

    /// <summary>Neither compressed nor in another encoding of letters.</summary>
    private static bool IsPlainUtf8(HttpRequest request) =>
        request.Headers.ContentEncoding.Count == 0
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));

    private static string? MediaType(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type.MediaType.Value : null;
}
