namespace AlignmentBot.Tests.Fakes;

/// <summary>Waits for what another thread of the bot brings about, and fails when it does not come.</summary>
public static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <param name="within">20 seconds when not given.</param>
    public static async Task<T> Get<T>(Func<Task<T?>> look, TimeSpan? within = null)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(within ?? Limit);
        while (true)
        {
            if (await look() is { } found)
                return found;
            await Task.Delay(Pause, limit.Token);
        }
    }
}
