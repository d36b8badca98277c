using System.Collections.Concurrent;
using AlignmentBot.Bot.Channels.Slack.Wire;

namespace AlignmentBot.Bot.Channels.Slack.Outbound;

/// <summary>
/// Remembers which posts of this process ended without a clear answer, so that only those are looked for in Slack, and only from when
/// they were tried. Of posts that another process tried nothing is known: they are looked for a day back.
/// </summary>
public sealed class SlackAttempts
{
    /// <summary>Slack's clock and ours may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan ByAnotherProcess = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, Attempt> attempts = new(StringComparer.Ordinal);

    // Slack stamps messages with real time, also while the bot's own clock is moved for a trial.
    private static DateTimeOffset RealNow => TimeProvider.System.GetUtcNow();

    public async Task<SlackPosted> Watch(string effect, Func<Task<SlackPosted>> post)
    {
        var before = attempts.GetValueOrDefault(effect);
        var from = before is { Doubtful: true } ? before.At : RealNow;
        attempts[effect] = new Attempt(from, Doubtful: true);
        try
        {
            var answer = await post();
            if (answer.Ok)
                attempts.TryRemove(effect, out _);
            else
                attempts[effect] = new Attempt(from, before is { Doubtful: true });
            return answer;
        }
        catch (ChannelUnavailableException clear) when (clear.RetryAfter is not null)
        {
            attempts[effect] = new Attempt(from, before is { Doubtful: true });
            throw;
        }
    }

    /// <returns>From when on the message may stand in Slack, or null when it certainly does not.</returns>
    public DateTimeOffset? SearchFrom(string effect) => attempts.TryGetValue(effect, out var attempt)
        ? attempt.Doubtful ? attempt.At - Skew : null
        : RealNow - ByAnotherProcess;

    /// <summary>It was found, so nothing is in doubt any more.</summary>
    public void Settle(string effect) => attempts.TryRemove(effect, out _);

    private sealed record Attempt(DateTimeOffset At, bool Doubtful);
}
