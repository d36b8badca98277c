using System.Collections.Concurrent;
using AlignmentBot.Bot.Channels;

namespace AlignmentBot.Bot.Workers;

/// <summary>Keeps the distance between two messages that a platform asks for, per conversation.</summary>
public sealed class Pacing
{
    private readonly ConcurrentDictionary<(Domain.Leads.Door, string), long> nextAt = new();

    /// <summary>Waits until the conversation may take a message, and counts one.</summary>
    public async Task Wait(IChannel channel, string conversation, CancellationToken ct)
    {
        if (channel.Pace.Between == TimeSpan.Zero)
            return;
        // The machine's own steady clock: a moved bot clock must not make a platform's limit wrong.
        var now = Environment.TickCount64;
        var mine = nextAt.AddOrUpdate((channel.Door, conversation), now, (_, earlier) => Math.Max(now, earlier + (long)channel.Pace.Between.TotalMilliseconds));
        if (mine > now)
            await Task.Delay(TimeSpan.FromMilliseconds(mine - now), ct);
    }
}
