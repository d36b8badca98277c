namespace AlignmentBot.Tests.Fakes.Teams;

/// <summary>
/// Watches how often the bot posts into one thread: at most 60 times within 30 seconds. Five of them are left to a machine that is slow to
/// let calls in; the finer limits are tested where the bot keeps them.
/// Source: learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
/// </summary>
internal sealed class FakePace
{
    private const int Most = 60;

    private static readonly TimeSpan Within = TimeSpan.FromSeconds(25);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<long>> threads = new(StringComparer.Ordinal);

    /// <returns>What is wrong, or null.</returns>
    public string? Fault(FakeCall call)
    {
        if (call.Kind is not ("POST v3/conversations/{}/activities" or "PUT v3/conversations/{}/activities/{}"))
            return null;
        lock (gate)
        {
            var now = TimeProvider.System.GetTimestamp();
            var calls = threads.TryGetValue(call.Id(0), out var known) ? known : threads[call.Id(0)] = new Queue<long>();
            while (calls.TryPeek(out var first) && TimeProvider.System.GetElapsedTime(first, now) > Within)
                calls.Dequeue();
            calls.Enqueue(now);
            return calls.Count > Most ? $"{call.Kind}: more than {Most} within {Within.TotalSeconds} s in {call.Id(0)}" : null;
        }
    }
}
