namespace AlignmentBot.Tests.Fakes;

/// <summary>Waits for what another thread of the bot brings about, and fails when it does not come.</summary>
public static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public static async Task<T> Get<T>(Func<Task<T?>> look)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        while (true)
        {
            if (await look() is { } found)
                return found;
            await Task.Delay(Pause, limit.Token);
        }
    }
}
