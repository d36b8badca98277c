using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AlignmentBot.Bot.Channels.Slack.Inbound;

/// <summary>Tells whether a request comes from Slack. Source: docs.slack.dev/authentication/verifying-requests-from-slack</summary>
public static class SlackSignature
{
    public const string SignatureHeader = "X-Slack-Signature";
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    /// <summary>How far the request's clock and ours may be apart, both ways.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const int Length = 3 + (2 * HMACSHA256.HashSizeInBytes);
    private const int LongestTimestamp = 20;

    /// <summary>What stands before the body when it is signed: <c>v0:1531420618:</c>.</summary>
    public static string Prefix(string timestamp) => $"v0:{timestamp}:";

    /// <summary>True when the header is a number of seconds within the window. Slack sends whole seconds; simulators were seen to send fractions.</summary>
    public static bool IsFresh(string? timestamp, DateTimeOffset now) =>
        timestamp is { Length: > 0 and <= LongestTimestamp }
        && decimal.TryParse(timestamp, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs((now.ToUnixTimeMilliseconds() / 1000m) - seconds) <= (decimal)Window.TotalSeconds;

    /// <param name="signed">The prefix and the raw body, as one piece.</param>
    public static bool Fits(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> signed, string? signature)
    {
        if (signature is not { Length: Length } || !signature.StartsWith("v0=", StringComparison.Ordinal))
            return false;
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, signed, hash);
        Span<char> expected = stackalloc char[2 * HMACSHA256.HashSizeInBytes];
        Convert.TryToHexStringLower(hash, expected, out _);
        Span<byte> mine = stackalloc byte[2 * HMACSHA256.HashSizeInBytes];
        Span<byte> theirs = stackalloc byte[2 * HMACSHA256.HashSizeInBytes];
        Encoding.ASCII.GetBytes(expected, mine);
        // A character beyond ASCII becomes a question mark, which is no hexadecimal digit.
        Encoding.ASCII.GetBytes(signature.AsSpan(3), theirs);
        return CryptographicOperations.FixedTimeEquals(mine, theirs);
    }
}
