using System.Security.Cryptography;
using System.Text;
using AlignmentBot.Domain.Awards;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>A code that finds one counted vote: twelve letters and digits, which only its voter was shown.</summary>
public readonly record struct Receipt(string Code)
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 12;
    private const int Group = 4;

    /// <param name="chance">At least twelve bytes.</param>
    public static Receipt From(ReadOnlySpan<byte> chance)
    {
        var code = new StringBuilder();
        foreach (var one in chance[..Length])
            code.Append(Letters[one % Letters.Length]);
        return new Receipt(code.ToString());
    }

    /// <summary>What somebody typed, with or without hyphens and in any case; null when it is no receipt.</summary>
    public static Receipt? Parse(string typed)
    {
        var code = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return code.Length == Length && code.All(Letters.Contains) ? new Receipt(code) : null;
    }

    /// <summary>Under which the sealed vote stands.</summary>
    public string Digest(RoundId round) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{round.Value}\n{Code}")));

    public override string ToString() => string.Join('-', Code.Chunk(Group).Select(part => new string(part)));
}
