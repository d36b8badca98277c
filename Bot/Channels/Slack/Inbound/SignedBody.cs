using System.Buffers;
using System.Text;

namespace AlignmentBot.Bot.Channels.Slack.Inbound;

/// <summary>A request's raw body behind the prefix that is signed with it, in one pooled buffer: hashed once, decoded in place.</summary>
public sealed class SignedBody : IDisposable
{
    /// <summary>The largest body that is read. Slack's largest are views, of at most 250 KB before encoding.</summary>
    public const int Limit = 1024 * 1024;

    private const int FirstSize = 8 * 1024;

    private readonly int start;
    private byte[] buffer;
    private int end;

    private SignedBody(string prefix, long? length)
    {
        buffer = ArrayPool<byte>.Shared.Rent(prefix.Length + (int)(length + 1 ?? FirstSize));
        start = end = Encoding.ASCII.GetBytes(prefix, buffer);
    }

    /// <summary>The prefix and the body.</summary>
    public ReadOnlySpan<byte> Signed => buffer.AsSpan(0, end);

    public Memory<byte> Body => buffer.AsMemory(start, end - start);

    /// <returns>Null when the body is larger than <see cref="Limit"/>; it is then not read to its end.</returns>
    public static async ValueTask<SignedBody?> Read(HttpRequest request, string prefix, CancellationToken ct)
    {
        if (request.ContentLength > Limit)
            return null;
        var body = new SignedBody(prefix, request.ContentLength);
        try
        {
            while (await request.Body.ReadAsync(body.Room(), ct) is var read and > 0)
            {
                body.end += read;
                if (body.end - body.start > Limit)
                {
                    body.Dispose();
                    return null;
                }
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        end = 0;
    }

    /// <summary>At least one free byte: a stream's end shows only when there is room for more.</summary>
    private Memory<byte> Room()
    {
        if (end == buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            buffer.AsSpan().CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        return buffer.AsMemory(end);
    }
}
