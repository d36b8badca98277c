using AlignmentBot.Bot.Configuration;
using AlignmentBot.Domain;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Intake.Keys;

/// <summary>Knows whose a token is: a stored key, asked of the store each time so that adding and revoking work at once, or one of the configuration.</summary>
public sealed class KeyRing(IStore store, ApiSettings settings)
{
    private const int LongestToken = 500;

    /// <summary>Null when no valid key has this token.</summary>
    public async ValueTask<KeyHolder?> Find(string token, CancellationToken ct)
    {
        if (token.Length is 0 or > LongestToken)
            return null;
        return Configured(token) ?? (ApiKeyToken.Parse(token) is { } parsed ? await Stored(parsed, ct) : null);
    }

    private async ValueTask<KeyHolder?> Stored(ApiKeyToken token, CancellationToken ct) =>
        await store.FindKey(token.Id, ct) is { RevokedAt: null } key && KeyHash.Matches(token.Secret, key.Hash)
            ? new KeyHolder(key.Id, key.Name, key.Scopes)
            : null;

    private KeyHolder? Configured(string token)
    {
        KeyHolder? found = null;
        foreach (var key in settings.Keys)
        {
            if (KeyHash.Matches(token, key.Hash))
                found = new KeyHolder(ConfiguredId(key), key.Name, key.Scopes);
        }

        return found;
    }

    /// <summary>From the name, so that a new secret under the same name keeps what was delivered under the old one.</summary>
    private static string ConfiguredId(ConfiguredKey key) => "cfg" + KeyHash.Of(key.Name)[..16];
}

/// <summary>Who called.</summary>
/// <param name="Id">Tells deliveries of different keys apart.</param>
/// <param name="Name">What the key is for; the history names it.</param>
public sealed record KeyHolder(string Id, string Name, ValueList<string> Scopes);
