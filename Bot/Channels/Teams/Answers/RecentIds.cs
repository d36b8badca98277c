using System.Collections.Concurrent;

namespace AlignmentBot.Bot.Channels.Teams.Answers;

/// <summary>Teams sends an activity again when its answer was late. What changes nothing is answered once per process.</summary>
public sealed class RecentIds
{
    /// <summary>More than come in the minute in which Teams tries again.</summary>
    private const int Remembered = 5000;

    private readonly ConcurrentDictionary<string, byte> seen = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();

    /// <summary>False when this process has answered it before.</summary>
    public bool IsNew(string id)
    {
        if (!seen.TryAdd(id, 0))
            return false;
        order.Enqueue(id);
        if (order.Count > Remembered && order.TryDequeue(out var oldest))
            seen.TryRemove(oldest, out _);
        return true;
    }
}
