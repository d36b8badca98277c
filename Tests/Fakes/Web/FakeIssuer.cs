using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AlignmentBot.Tests.Fakes.Web;

/// <summary>A provider of OpenID Connect on loopback: whoever comes is the person that the test says.</summary>
public sealed class FakeIssuer : IAsyncDisposable
{
    private const string ClientId = "client-1";

    private readonly RSA key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, string> nonces = new(StringComparer.Ordinal);
    private readonly WebApplication app;

    private FakeIssuer(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>What it says of who comes.</summary>
    public Dictionary<string, object> Claims { get; } = new(StringComparer.Ordinal);

    private RsaSecurityKey SigningKey => new(key) { KeyId = "key-1" };

    public static async Task<FakeIssuer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new FakeIssuer(builder.Build());
        issuer.Map();
        await issuer.app.StartAsync(TestContext.Current.CancellationToken);
        return issuer;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private void Map()
    {
        app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["issuer"] = Address,
            ["authorization_endpoint"] = Address + "/authorize",
            ["token_endpoint"] = Address + "/token",
            ["jwks_uri"] = Address + "/keys",
            ["response_types_supported"] = new[] { "code" },
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        });
        app.MapGet("/keys", () => new { keys = new[] { PublicKey() } });
        app.MapGet("/authorize", (string redirect_uri, string state, string nonce, string code_challenge) =>
        {
            var code = RandomNumberGenerator.GetHexString(16);
            nonces[code] = nonce;
            return Results.Redirect($"{redirect_uri}?code={code}&state={Uri.EscapeDataString(state)}&challenged={code_challenge.Length > 0}");
        });
        app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            return nonces.TryRemove(form["code"].ToString(), out var nonce)
                ? Results.Json(new { access_token = "a", token_type = "Bearer", expires_in = 300, id_token = Token(nonce) })
                : Results.BadRequest(new { error = "invalid_grant" });
        });
    }

    private object PublicKey()
    {
        var shown = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.ExportParameters(includePrivateParameters: false)) { KeyId = "key-1" });
        return new { kty = shown.Kty, n = shown.N, e = shown.E, kid = shown.KeyId, use = "sig", alg = "RS256" };
    }

    private string Token(string nonce)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = ClientId,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = new Dictionary<string, object>(Claims, StringComparer.Ordinal) { ["sub"] = "subject-1", ["nonce"] = nonce },
            SigningCredentials = new SigningCredentials(SigningKey, SecurityAlgorithms.RsaSha256),
        });
    }
}
