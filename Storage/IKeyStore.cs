using AlignmentBot.Domain;
using NodaTime;

namespace AlignmentBot.Storage;

/// <summary>API keys. Only hashes are kept.</summary>
public interface IKeyStore
{
    ValueTask<ApiKey?> FindKey(string id, CancellationToken ct);

    ValueTask<IReadOnlyList<ApiKey>> Keys(CancellationToken ct);

    ValueTask SaveKey(ApiKey key, CancellationToken ct);
}

/// <param name="Id">The public part of the key.</param>
/// <param name="Name">What it is for; 1 to 80 characters.</param>
/// <param name="Hash">SHA-256 of the secret part, in hexadecimal.</param>
/// <param name="Scopes">Such as <c>leads:write</c>.</param>
public sealed record ApiKey(string Id, string Name, string Hash, ValueList<string> Scopes, Instant CreatedAt, Instant? RevokedAt);
