using System.Globalization;

namespace AlignmentBot.Bot.Channels.Slack.Outbound;

/// <summary>A message's identity: its conversation's real id (a direct one has an id of its own) and its ts. Stored as <c>C0123:1790000000.000200</c>.</summary>
public readonly record struct SlackMessageId(string Channel, string Ts)
{
    /// <summary>Until then a post is recorded, or looked for and found, unless Slack is down.</summary>
    private const int YoungSeconds = 120;

    /// <summary>True within two minutes of the posting, by real time: by it Slack stamps messages.</summary>
    public bool IsYoung => decimal.TryParse(Ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        && TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - seconds < YoungSeconds;

    public override string ToString() => $"{Channel}:{Ts}";

    /// <param name="channel">As a <see cref="SlackAddress"/>: the conversation's own id is the same with and without its workspace.</param>
    public static SlackMessageId In(string channel, string ts) => new(SlackAddress.Parse(channel).Id, ts);

    public static SlackMessageId Parse(string stored)
    {
        var colon = stored.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            ? new SlackMessageId(stored[..colon], stored[(colon + 1)..])
            : throw new FormatException($"\"{stored}\" is not the id of a Slack message.");
    }
}
