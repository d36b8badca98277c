using System.Collections.Concurrent;
using System.Threading.Channels;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Dashboard;

/// <summary>Tells open windows that something has happened at their pod. It keeps nothing: a window asks for the figures anew.</summary>
public sealed class DashboardFeed
{
    private readonly ConcurrentDictionary<Window, PodId> windows = new();

    public DashboardFeed(Wakeups wakeups) => wakeups.News.Listen(Ring);

    public Window Open(PodId pod)
    {
        var window = new Window(closed => windows.TryRemove(closed, out _));
        windows.TryAdd(window, pod);
        return window;
    }

    private void Ring(PodId pod)
    {
        foreach (var (window, of) in windows)
        {
            if (of == pod)
                window.Offer();
        }
    }

    /// <summary>One open window. Ringing twice before it looks is ringing once.</summary>
    public sealed class Window(Action<Window> close) : IDisposable
    {
        private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

        public void Offer() => bell.Writer.TryWrite(true);

        /// <summary>True when the bell rang within this time.</summary>
        public async Task<bool> Rang(TimeSpan atMost, CancellationToken ct)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(atMost);
            try
            {
                return await bell.Reader.ReadAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }

        public void Dispose() => close(this);
    }
}
