using System.Threading.Channels;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>One open window's share of the feed.</summary>
public sealed class FeedSubscription(string channel, string direct, Action<FeedSubscription> close) : IDisposable
{
    private const int Waiting = 512;

    // A window that reads too slowly loses the oldest changes; the gap in the numbers tells it to ask for everything.
    private readonly Channel<FeedChange> changes = Channel.CreateBounded<FeedChange>(
        new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly Lock numbering = new();
    private long number;

    public void Offer(string conversation, string message, ValueList<string> leads)
    {
        var shown = conversation == channel ? "channel" : conversation == direct ? "direct" : null;
        if (shown is null)
            return;
        lock (numbering)
            changes.Writer.TryWrite(new FeedChange(++number, shown, message, leads));
    }

    /// <summary>The next change, or null when none came within this time.</summary>
    public async Task<FeedChange?> Next(TimeSpan atMost, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(atMost);
        try
        {
            return await changes.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => close(this);
}
