using System.Security.Cryptography;
using System.Text;

namespace AlignmentBot.Bot.Intake.Keys;

/// <summary>How secrets of keys are kept. They are long and random, so one round of SHA-256 cannot be undone by guessing.</summary>
public static class KeyHash
{
    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Of(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether the secret has this hash, in a time that does not tell how much of it is right.</summary>
    public static bool Matches(string secret, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(secret)), Encoding.ASCII.GetBytes(hash));
}
