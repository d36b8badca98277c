using System.Collections.Concurrent;
using AlignmentBot.Bot.Channels.Slack.Directory;
using AlignmentBot.Bot.Channels.Slack.Home;
using AlignmentBot.Bot.Channels.Slack.Install;
using AlignmentBot.Bot.Channels.Slack.Wire;
using NodaTime;

namespace AlignmentBot.Bot.Channels.Slack.Answers;

/// <summary>What events lead to beside decisions. Slack sends an event again when its acknowledgement was lost; words are answered once.</summary>
public sealed class SlackEventAnswers(SlackHomes homes, SlackLeavers leavers, SlackPlaces places, SlackTokens tokens, SlackInstallations installations)
{
    /// <summary>More than Slack sends in the six minutes in which it tries again.</summary>
    private const int Remembered = 5000;

    private readonly ConcurrentDictionary<string, byte> seen = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();

    /// <summary>False when this process has answered the event before.</summary>
    public bool IsNew(string eventId)
    {
        if (!seen.TryAdd(eventId, 0))
            return false;
        order.Enqueue(eventId);
        if (order.Count > Remembered && order.TryDequeue(out var oldest))
            seen.TryRemove(oldest, out _);
        return true;
    }

    /// <param name="hash">Of the view that stands there, or null.</param>
    public void DrawHome(string user, string? hash) => homes.Opened(user, hash);

    /// <summary>Somebody's account is said to be closed.</summary>
    public void Left(string user) => leavers.Hear(user);

    /// <inheritdoc cref="SlackPlaces.CardsStandIn"/>
    public Task<bool> CardsStandIn(string channel, CancellationToken ct) => places.CardsStandIn(channel, ct);

    /// <summary>An event from a channel proves that the bot is in it: what was parked because it was not found is owed again.</summary>
    public Task ChannelIsSeen(string channel, CancellationToken ct) => installations.OweAgainIn(channel, ct);

    /// <summary>The app was removed from a workspace, or its token there revoked.</summary>
    /// <param name="at">When, in seconds since 1970; 0 where Slack does not say.</param>
    public Task End(string? workspace, SlackEvent happened, long at, CancellationToken ct) =>
        tokens.End(workspace, happened.Type!, at > 0 ? Instant.FromUnixTimeSeconds(at) : null, happened.Tokens?.Bot, ct);
}
