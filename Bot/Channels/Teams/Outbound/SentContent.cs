using System.Net;
using System.Net.Http.Headers;

namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>A JSON body that knows whether it ever left: when a connection was never made, nothing can have been done.</summary>
internal sealed class SentContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> json;

    public SentContent(ReadOnlyMemory<byte> json)
    {
        this.json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
    }

    public bool Left { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Left = true;
        await stream.WriteAsync(json);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = json.Length;
        return true;
    }
}
