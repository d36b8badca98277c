namespace AlignmentBot.Bot.Hosting;

/// <summary>Wakes a worker that waits for something to do. Ringing twice before it looks is ringing once.</summary>
public sealed class Wakeup : IDisposable
{
    private readonly SemaphoreSlim bell = new(0, 1);
    private int ringing;

    public void Ring()
    {
        if (Interlocked.Exchange(ref ringing, 1) == 0)
            bell.Release();
    }

    /// <summary>Waits for a ring, at most this long. Whoever rings from now on is heard by the next wait.</summary>
    public async Task<bool> Wait(TimeSpan atMost, CancellationToken ct)
    {
        var rang = await bell.WaitAsync(atMost, ct);
        if (rang)
            Volatile.Write(ref ringing, 0);
        return rang;
    }

    public void Dispose() => bell.Dispose();
}
