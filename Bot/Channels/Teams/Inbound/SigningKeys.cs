using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>
/// The keys with which incoming tokens are signed. They are read anew every 12 hours, and when a token names a key that is not known, but then
/// at most once in five minutes, and never twice at the same time: a flood of bad tokens costs one reading.
/// Source: learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
/// </summary>
/// <param name="time">Real time, also while the bot's own clock is moved for a trial.</param>
public sealed partial class SigningKeys(TeamsSettings settings, HttpClient http, TimeProvider time, ILogger<SigningKeys> logger)
{
    private static readonly TimeSpan Renewed = TimeSpan.FromHours(12);

    /// <summary>Keys that could not be read anew for so long are not trusted any more.</summary>
    private static readonly TimeSpan Trusted = TimeSpan.FromHours(24);

    private static readonly TimeSpan BetweenUnknown = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(15);

    private readonly Lock gate = new();
    private readonly HttpDocumentRetriever documents = new(http) { RequireHttps = !settings.OpenIdMetadata.IsLoopback };

    private volatile KeyRing? ring;
    private Task<KeyRing?>? reading;
    private DateTimeOffset triedAt = DateTimeOffset.MinValue;

    /// <returns>Null when there is no such key.</returns>
    /// <exception cref="KeysUnavailableException">The keys cannot be read.</exception>
    public async ValueTask<SigningKey?> Find(string id, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var known = ring;
        if (known is null || now - known.ReadAt > Trusted)
            return (await Read(AfterFailure, ct) ?? throw new KeysUnavailableException()).Find(id);
        if (now - known.ReadAt > Renewed)
            _ = Begin(AfterFailure);
        if (known.Find(id) is { } key)
            return key;
        return (await Read(BetweenUnknown, ct) ?? known).Find(id);
    }

    private Task<KeyRing?> Read(TimeSpan pause, CancellationToken ct) => Begin(pause).WaitAsync(ct);

    /// <summary>Reads the keys, or joins the reading that is under way; gives null within the pause after the last one.</summary>
    private Task<KeyRing?> Begin(TimeSpan pause)
    {
        lock (gate)
        {
            if (reading is { IsCompleted: false } under)
                return under;
            var now = time.GetUtcNow();
            if (now - triedAt < pause)
                return Task.FromResult<KeyRing?>(null);
            triedAt = now;
            return reading = Task.Run(() => ReadNow(now));
        }
    }

    /// <returns>Null when it failed; the log says why.</returns>
    private async Task<KeyRing?> ReadNow(DateTimeOffset now)
    {
        try
        {
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(settings.OpenIdMetadata.AbsoluteUri, documents, CancellationToken.None);
            var read = new KeyRing(now, Keys(configuration.JsonWebKeySet));
            ring = read;
            Log.Read(logger, read.Count);
            return read;
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or OperationCanceledException or ArgumentException or InvalidOperationException or JsonException)
        {
            Log.Failed(logger, settings.OpenIdMetadata.Host, failure);
            return null;
        }
    }

    private static FrozenDictionary<string, SigningKey> Keys(JsonWebKeySet? set) => (set?.Keys ?? [])
        .Where(key => key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Use: null or "" or "sig" } && !string.IsNullOrEmpty(key.KeyId))
        .DistinctBy(key => key.KeyId, StringComparer.Ordinal)
        .ToFrozenDictionary(key => key.KeyId, key => new SigningKey(key, Endorsements(key)), StringComparer.Ordinal);

    /// <summary>Which channels a key may sign for. No standard knows them, so they come as they stand in the document.</summary>
    private static FrozenSet<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var listed) && listed is JsonElement { ValueKind: JsonValueKind.Array } channels
            ? channels.EnumerateArray().Where(channel => channel.ValueKind == JsonValueKind.String).Select(channel => channel.GetString()!).ToFrozenSet(StringComparer.Ordinal)
            : [];

    private sealed record KeyRing(DateTimeOffset ReadAt, FrozenDictionary<string, SigningKey> Keys)
    {
        public int Count => Keys.Count;

        public SigningKey? Find(string id) => Keys.GetValueOrDefault(id);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Count} keys of the Bot Framework were read.")]
        public static partial void Read(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Error, Message = "The keys of the Bot Framework could not be read from {Host}.")]
        public static partial void Failed(ILogger logger, string host, Exception failure);
    }
}

/// <summary>A key and the channels it may sign for.</summary>
public sealed record SigningKey(SecurityKey Key, FrozenSet<string> Endorsements);

/// <summary>The signing keys cannot be read, so nobody can be told from anybody.</summary>
public sealed class KeysUnavailableException() : Exception("The Bot Framework's signing keys cannot be read.");
