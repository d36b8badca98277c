namespace AlignmentBot.Bot.Hosting;

/// <summary>Wakes a worker that waits for something to do. Ringing twice before it looks is ringing once.</summary>
public sealed class Wakeup : IDisposable
{
    private readonly SemaphoreSlim bell = new(0, 1);

    public void Ring()
    {
        try
        {
            bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is ringing already.
        }
    }

    /// <summary>Waits for a ring, at most this long.</summary>
    public Task<bool> Wait(TimeSpan atMost, CancellationToken ct) => bell.WaitAsync(atMost, ct);

    public void Dispose() => bell.Dispose();
}
