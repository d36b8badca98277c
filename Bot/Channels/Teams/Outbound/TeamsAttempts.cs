using System.Collections.Concurrent;

namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>
/// Remembers which posts ended without a clear answer. Teams has no key by which a message could be found again, so such a post is repeated
/// once, which may show it twice, and then given up until an hour has passed. A post that an earlier process tried counts as one of those.
/// </summary>
public sealed class TeamsAttempts
{
    private const int MostDoubtful = 2;

    private readonly ConcurrentDictionary<string, int> doubtful = new(StringComparer.Ordinal);

    /// <summary>The row was claimed before: when nothing is known of it here, another process may have sent it.</summary>
    public void ClaimedBefore(string effect) => doubtful.TryAdd(effect, 1);

    /// <summary>It stands in Teams, or never will.</summary>
    public void Settle(string effect) => doubtful.TryRemove(effect, out _);

    /// <summary>Counts how a post ended.</summary>
    /// <returns>The exception by which the outbox learns what to do next.</returns>
    public Exception Failed(string effect, ConnectorError error)
    {
        var times = doubtful.AddOrUpdate(effect, _ => Doubts(error), (_, before) => before + Doubts(error));
        if (error.Fault is ConnectorFault.Failed or ConnectorFault.Refused)
            Settle(effect);
        if (error.Fault != ConnectorFault.Doubtful || times < MostDoubtful)
            return ConnectorErrors.Exception("post", error);
        Settle(effect);
        return new ChannelRefusedException(ConnectorErrors.Ambiguous);
    }

    private static int Doubts(ConnectorError error) => error.Fault == ConnectorFault.Doubtful ? 1 : 0;
}
