using System.Collections.Concurrent;

namespace AlignmentBot.Bot.Channels.Slack.Outbound;

/// <summary>
/// Remembers for each method until when Slack wants no call of it. Limits count per method and workspace, so the others go on.
/// Source: docs.slack.dev/apis/web-api/rate-limits
/// </summary>
public sealed class SlackMethodLimits
{
    private static readonly TimeSpan WhenNotSaid = TimeSpan.FromSeconds(5);

    /// <summary>No wait is believed beyond this.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string? Workspace, string Method), long> closedUntil = new();

    /// <exception cref="ChannelUnavailableException">The method is still closed.</exception>
    public void Check(string? workspace, string method)
    {
        // The machine's own steady clock: a moved bot clock must not make a platform's limit wrong.
        if (closedUntil.TryGetValue((workspace, method), out var until) && until - Environment.TickCount64 is var left and > 0)
            throw Unavailable(method, TimeSpan.FromMilliseconds(left));
    }

    /// <summary>Closes the method for as long as Slack asked.</summary>
    public ChannelUnavailableException Close(string? workspace, string method, TimeSpan? asked)
    {
        var wait = asked is { } given && given > TimeSpan.Zero ? given : WhenNotSaid;
        wait = wait < Longest ? wait : Longest;
        var until = Environment.TickCount64 + (long)wait.TotalMilliseconds;
        closedUntil.AddOrUpdate((workspace, method), until, (_, known) => Math.Max(known, until));
        return Unavailable(method, wait);
    }

    private static ChannelUnavailableException Unavailable(string method, TimeSpan wait) => new($"{method}: ratelimited", wait);
}
