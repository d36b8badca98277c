namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>A limit on calls: at most so many within any stretch so long, several such rules at once. Not for several threads at a time.</summary>
/// <param name="windows">The rules; each with the same or a longer stretch than the one before.</param>
public sealed class SlidingWindows(params (int Calls, TimeSpan Within)[] windows)
{
    private readonly List<TimeSpan> taken = [];

    /// <summary>When the latest call was let through.</summary>
    public TimeSpan Latest => taken.Count > 0 ? taken[^1] : TimeSpan.MinValue;

    /// <summary>Finds the first moment at which one more call keeps every rule, and counts it there.</summary>
    /// <param name="now">By a steady clock; never less than before.</param>
    /// <param name="longest">Beyond this wait nothing is counted.</param>
    /// <returns>The wait, and whether the call was counted.</returns>
    public (TimeSpan Wait, bool Counted) Take(TimeSpan now, TimeSpan longest)
    {
        var at = now > Latest ? now : Latest;
        foreach (var (calls, within) in windows)
        {
            if (taken.Count >= calls && taken[^calls] + within is var free && free > at)
                at = free;
        }

        if (at - now > longest)
            return (at - now, false);
        Forget(now - windows[^1].Within);
        taken.Add(at);
        return (at - now, true);
    }

    private void Forget(TimeSpan before)
    {
        var gone = taken.FindIndex(at => at > before);
        if (gone > 0)
            taken.RemoveRange(0, gone);
        else if (gone < 0)
            taken.Clear();
    }
}
