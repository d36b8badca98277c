using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Channels.Slack.Home;

/// <summary>
/// Who looks at their Home tab, and whose is to be drawn next. Slack says when a tab is opened and never when it is left, so a look lasts half
/// an hour. One person's tab is drawn at most every three seconds, whatever happens in between; what only follows the pod also shares one
/// drawing a second among all people, so that a burst of leads never uses up what Slack allows.
/// </summary>
/// <remarks>Moments are milliseconds of one steady clock.</remarks>
public sealed class HomeBook
{
    public const long BetweenDrawings = 3_000;
    public const long BetweenFollowers = 1_000;
    public const long Look = 30 * 60 * 1_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Watcher> watchers = new(StringComparer.Ordinal);
    private long followedAt = long.MinValue / 2;

    /// <summary>The tab was opened: it is drawn as soon as may be.</summary>
    /// <param name="hash">Of the view that stands there, or null when there is none.</param>
    public void Opened(string user, string? hash, long now)
    {
        lock (gate)
        {
            Forget(now);
            if (!watchers.TryGetValue(user, out var watcher))
                watchers[user] = watcher = new Watcher();
            watcher.SeenAt = now;
            watcher.Hash = hash ?? watcher.Hash;
            watcher.Wants = Want.Now;
        }
    }

    /// <summary>Somebody did something: if they look at their tab, it is drawn as soon as may be.</summary>
    public void Acted(string user, long now)
    {
        lock (gate)
        {
            if (!watchers.TryGetValue(user, out var watcher))
                return;
            watcher.SeenAt = now;
            watcher.Wants = Want.Now;
        }
    }

    /// <summary>A pod's leads have changed: the tabs that show it follow, and so does one that is being drawn, which may have been read before.</summary>
    public void Changed(PodId pod)
    {
        lock (gate)
        {
            foreach (var watcher in watchers.Values.Where(watcher => watcher.Wants == Want.Nothing && (watcher.Busy || watcher.Pods.Any(shown => shown == pod))))
                watcher.Wants = Want.Follow;
        }
    }

    /// <summary>Takes the next tab to be drawn; until <see cref="Drawn"/> or <see cref="Failed"/> nobody else gets it.</summary>
    public HomeTurn? Take(long now)
    {
        lock (gate)
        {
            Forget(now);
            var ready = watchers.Where(known => !known.Value.Busy && known.Value.Wants != Want.Nothing && known.Value.NotBefore <= now);
            var next = ready
                .Where(known => known.Value.Wants == Want.Now || now - followedAt >= BetweenFollowers)
                .OrderBy(known => known.Value.Wants == Want.Now ? 0 : 1).ThenBy(known => known.Value.NotBefore)
                .Select(known => (KeyValuePair<string, Watcher>?)known)
                .FirstOrDefault();
            if (next is not { Key: var user, Value: var watcher })
                return null;
            if (watcher.Wants == Want.Follow)
                followedAt = now;
            watcher.Busy = true;
            watcher.Wants = Want.Nothing;
            watcher.NotBefore = now + BetweenDrawings;
            return new HomeTurn(user, watcher.Hash);
        }
    }

    /// <param name="hash">Of the view that stands there now; null when it is not known.</param>
    /// <param name="pods">Which pods it shows.</param>
    public void Drawn(string user, string? hash, ValueList<PodId> pods) => Ended(user, watcher =>
    {
        watcher.Hash = hash;
        watcher.Pods = pods;
    });

    /// <summary>To be tried again.</summary>
    public void Failed(string user, long notBefore) => Ended(user, watcher =>
    {
        watcher.Hash = null;
        watcher.NotBefore = notBefore;
        watcher.Wants = watcher.Wants == Want.Nothing ? Want.Follow : watcher.Wants;
    });

    /// <summary>How long until another one may be ready, in milliseconds; null when nothing is wanted.</summary>
    public long? Wait(long now)
    {
        lock (gate)
        {
            var due = watchers.Values
                .Where(watcher => !watcher.Busy && watcher.Wants != Want.Nothing)
                .Select(watcher => watcher.Wants == Want.Now ? watcher.NotBefore : Math.Max(watcher.NotBefore, followedAt + BetweenFollowers))
                .ToList();
            return due.Count == 0 ? null : Math.Max(0, due.Min() - now);
        }
    }

    private void Ended(string user, Action<Watcher> change)
    {
        lock (gate)
        {
            if (!watchers.TryGetValue(user, out var watcher))
                return;
            watcher.Busy = false;
            change(watcher);
        }
    }

    private void Forget(long now)
    {
        foreach (var (user, watcher) in watchers.Where(known => now - known.Value.SeenAt > Look && !known.Value.Busy).ToList())
            watchers.Remove(user);
    }

    private enum Want
    {
        Nothing,

        /// <summary>The pod has changed.</summary>
        Follow,

        /// <summary>The person waits for it.</summary>
        Now,
    }

    private sealed class Watcher
    {
        public long SeenAt { get; set; }

        public long NotBefore { get; set; } = long.MinValue;

        public Want Wants { get; set; }

        public bool Busy { get; set; }

        public string? Hash { get; set; }

        public ValueList<PodId> Pods { get; set; } = [];
    }
}

/// <summary>A tab to be drawn.</summary>
/// <param name="Hash">Of the view that it takes the place of, or null.</param>
public sealed record HomeTurn(string User, string? Hash);
