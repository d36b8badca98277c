using System.Security.Cryptography;

namespace AlignmentBot.Bot.Channels.Slack.Socket;

/// <summary>How patient the bot is with sockets that end.</summary>
/// <param name="Settled">A socket that lived this long proves that all is well again: the next one is opened at once.</param>
/// <param name="First">The wait after the first failure; it doubles with each further one, up to a minute.</param>
public sealed record SocketPatience(TimeSpan Settled, TimeSpan First)
{
    public static readonly SocketPatience Default = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1));

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>1 s, 2 s, 4 s ... each with up to half more by chance, so that many bots do not come back at once.</summary>
    public TimeSpan After(int failures)
    {
        var wait = First * (1 << Math.Min(failures - 1, 6));
        var milliseconds = (int)(wait < Longest ? wait : Longest).TotalMilliseconds;
        return TimeSpan.FromMilliseconds(milliseconds + RandomNumberGenerator.GetInt32((milliseconds / 2) + 1));
    }
}
