using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace AlignmentBot.Bot.Dashboard.Access;

/// <summary>What a link or a cookie carries: 256 bits of chance. Only its hash is kept; being random, it cannot be found from that.</summary>
public static class AccessSecret
{
    private const int Bytes = 32;

    public static string Make() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
