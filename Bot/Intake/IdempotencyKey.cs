using System.Security.Cryptography;
using System.Text;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Intake.Keys;
using AlignmentBot.Bot.Intake.Problems;

namespace AlignmentBot.Bot.Intake;

/// <summary>Header <c>Idempotency-Key</c>: a quoted string (RFC 8941) or a bare token, 1 to 255 visible ASCII characters.</summary>
public static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    private const int Limit = 255;

    /// <returns>The key, or null without one; or what is wrong with it.</returns>
    public static (string? Key, ProblemResult? Problem) Read(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(Header, out var values))
            return (null, null);
        if (values.Count == 1 && Unquoted(values[0]!.Trim()) is { Length: > 0 and <= Limit } key && key.All(letter => letter is > ' ' and <= '~'))
            return (key, null);
        var error = ProblemError.In(Header, $"{Shown.Of(values.ToString())} is not usable. Send one key of 1 to 255 visible ASCII characters without blanks, such as \"8e03978e-40d5-43dd-bc93-6894a57f9324\".");
        return (null, Problem.Of(StatusCodes.Status400BadRequest, "wrong_idempotency_key", "The Idempotency-Key is wrong; nothing was done.", [error]));
    }

    /// <param name="place">Method and path, and the line within a batch.</param>
    public static IntakeDelivery Delivery(KeyHolder holder, string key, string place, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(place + "\n"));
        hash.AppendData(body);
        // A blank cannot be in either part, so no two keys can make the same id.
        return new IntakeDelivery($"{holder.Id} {key}", Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Null when a quoted string does not end well.</summary>
    private static string? Unquoted(string value)
    {
        if (!value.StartsWith('"'))
            return value;
        if (value.Length < 2 || !value.EndsWith('"'))
            return null;
        var inner = value[1..^1];
        var plain = inner.Replace("\\\\", "\0", StringComparison.Ordinal).Replace("\\\"", "\u0001", StringComparison.Ordinal);
        return plain.Contains('"', StringComparison.Ordinal) || plain.Contains('\\', StringComparison.Ordinal)
            ? null
            : plain.Replace('\0', '\\').Replace('\u0001', '"');
    }
}
