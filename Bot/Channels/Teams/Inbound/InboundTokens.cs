using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>Tells whether a request comes from the Bot Framework. Only its own tokens are taken, not those of other bots.
/// Source: learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication</summary>
/// <param name="time">Real time, also while the bot's own clock is moved for a trial.</param>
public sealed class InboundTokens(TeamsSettings settings, SigningKeys keys, TimeProvider time)
{
    /// <summary>How far the token's clock and ours may be apart.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private const string Scheme = "Bearer ";
    private const string ServiceUrlClaim = "serviceurl";
    private const int Longest = 16 * 1024;

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <param name="authorization">The header.</param>
    /// <returns>What the token says, or null when it is not a good one.</returns>
    /// <exception cref="KeysUnavailableException">It cannot be told.</exception>
    public async ValueTask<InboundToken?> Read(string authorization, CancellationToken ct)
    {
        if (settings.AppId is null || authorization.Length > Longest || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        // What is seen at a glance to be none of theirs fetches no key.
        if (Parse(authorization[Scheme.Length..].Trim()) is not { } token
            || token.Alg != SecurityAlgorithms.RsaSha256 || token.Issuer != settings.Cloud.Issuer || string.IsNullOrEmpty(token.Kid))
        {
            return null;
        }

        if (await keys.Find(token.Kid, ct) is not { } key)
            return null;
        var result = await handler.ValidateTokenAsync(token, Rules(key));
        return result.IsValid ? new InboundToken(ServiceUrlOf(token), key.Endorsements) : null;
    }

    private TokenValidationParameters Rules(SigningKey key) => new()
    {
        ValidIssuer = settings.Cloud.Issuer,
        ValidAudience = settings.AppId,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        IssuerSigningKey = key.Key,
        RequireSignedTokens = true,
        RequireAudience = true,
        RequireExpirationTime = true,
        TryAllIssuerSigningKeys = false,
        LifetimeValidator = (from, until, _, _) => IsAlive(from, until),
    };

    private bool IsAlive(DateTime? from, DateTime? until)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return until is { } end && now <= end + Skew && (from is not { } start || now >= start - Skew);
    }

    private JsonWebToken? Parse(string token)
    {
        try
        {
            return handler.CanReadToken(token) ? handler.ReadJsonWebToken(token) : null;
        }
        catch (Exception garbage) when (garbage is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    /// <summary>The documentation spells the claim in two ways.</summary>
    private static string? ServiceUrlOf(JsonWebToken token) =>
        token.Claims.Where(claim => string.Equals(claim.Type, ServiceUrlClaim, StringComparison.OrdinalIgnoreCase)).Select(claim => claim.Value).ToList() is [var only] ? only : null;
}

/// <param name="ServiceUrl">For which connector it was made out, or null when it does not say.</param>
/// <param name="Endorsements">The channels for which its key may sign.</param>
public sealed record InboundToken(string? ServiceUrl, IReadOnlySet<string> Endorsements);
