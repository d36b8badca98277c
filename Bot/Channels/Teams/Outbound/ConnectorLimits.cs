namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>What a call counts as.</summary>
public enum ConnectorUse
{
    /// <summary>Posting, replying, updating.</summary>
    Send,

    /// <summary>Starting a chat or a thread.</summary>
    Create,

    /// <summary>Asking for people, teams and channels.</summary>
    Read,
}

/// <summary>
/// Keeps calls below what Teams allows: per thread and kind of call, and over all per tenant. Short waits are waited out; a long one is
/// left to the outbox, which serves other conversations meanwhile.
/// Source: learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
/// </summary>
public sealed class ConnectorLimits(TimeProvider time)
{
    private const int ManyThreads = 10_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Idle = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Dictionary<(ConnectorUse Use, string Thread), SlidingWindows> threads = [];
    private readonly Dictionary<string, SlidingWindows> tenants = new(StringComparer.Ordinal);
    private readonly long start = time.GetTimestamp();

    /// <summary>Waits until the call may be made, and counts it.</summary>
    /// <returns>Null when it may be made; else for how long not, and then nothing was counted.</returns>
    public async Task<TimeSpan?> Wait(ConnectorUse use, string tenant, string thread, CancellationToken ct)
    {
        var wait = Take(use, tenant, thread);
        if (wait > Longest)
            return wait;
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, ct);
        return null;
    }

    private TimeSpan Take(ConnectorUse use, string tenant, string thread)
    {
        lock (gate)
        {
            var now = time.GetElapsedTime(start);
            if (threads.Count > ManyThreads)
                ForgetIdle(now);
            var ofThread = threads.TryGetValue((use, thread), out var known) ? known : threads[(use, thread)] = OfThread(use);
            var ofTenant = tenants.TryGetValue(tenant, out var whole) ? whole : tenants[tenant] = new SlidingWindows((50, TimeSpan.FromSeconds(1)));
            var (wait, counted) = ofThread.Take(now, Longest);
            return counted ? TimeSpan.FromTicks(Math.Max(wait.Ticks, ofTenant.Take(now, TimeSpan.MaxValue).Wait.Ticks)) : wait;
        }
    }

    private void ForgetIdle(TimeSpan now)
    {
        foreach (var key in threads.Where(thread => now - thread.Value.Latest > Idle).Select(thread => thread.Key).ToList())
            threads.Remove(key);
    }

    private static SlidingWindows OfThread(ConnectorUse use)
    {
        var times = use == ConnectorUse.Read ? 2 : 1;
        return new SlidingWindows(
            (7 * times, TimeSpan.FromSeconds(1)),
            (8 * times, TimeSpan.FromSeconds(2)),
            (60 * times, TimeSpan.FromSeconds(30)),
            (1800 * times, TimeSpan.FromHours(1)));
    }
}
