using System.Security.Cryptography;
using NodaTime;

namespace AlignmentBot.Bot.Workers;

/// <summary>How long to wait after a failed attempt.</summary>
public static class Backoff
{
    private const int LongestSeconds = 300;

    /// <summary>1 s, 2 s, 4 s ... at most 5 minutes, each with up to a fifth more by chance; never less than the platform asked for.</summary>
    public static Duration After(int attempts, TimeSpan? asked)
    {
        var seconds = Math.Min(LongestSeconds, 1 << Math.Min(attempts, 9));
        var spread = RandomNumberGenerator.GetInt32(0, seconds * 200 + 1);
        var own = TimeSpan.FromMilliseconds(seconds * 1000 + spread);
        return Duration.FromTimeSpan(asked > own ? asked.Value + TimeSpan.FromMilliseconds(spread) : own);
    }
}
