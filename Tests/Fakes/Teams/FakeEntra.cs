using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AlignmentBot.Tests.Fakes.Teams;

/// <summary>The Bot Framework's key server, and its pen: announces keys, counts who reads them, and makes tokens, good ones and bad ones.</summary>
public sealed class FakeEntra : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";
    public const string AppId = FakeTokenEndpoint.AppId;

    private readonly WebApplication app;
    private readonly RSA stranger = RSA.Create(2048);
    private RSA pen = RSA.Create(2048);
    private int keyReadings;
    private int metadataReadings;

    private FakeEntra(WebApplication app)
    {
        this.app = app;
        app.MapGet("/v1/.well-known/openidconfiguration", Metadata);
        app.MapGet("/v1/.well-known/keys", Keys);
    }

    /// <summary>Whose keys it says they are.</summary>
    public string Announced { get; set; } = Issuer;

    public string MetadataUrl => app.Urls.First() + "/v1/.well-known/openidconfiguration";

    public int KeyReadings => keyReadings;

    public int MetadataReadings => metadataReadings;

    /// <summary>The name of the key that is announced.</summary>
    public string Kid { get; private set; } = "key-1";

    /// <summary>The channels for which the key may sign; null for none named at all.</summary>
    public string[]? Endorsements { get; set; } = ["msteams", "webchat"];

    /// <summary>Whether it answers at all.</summary>
    public bool Down { get; set; }

    /// <summary>How long an answer takes.</summary>
    public TimeSpan Delay { get; set; }

    public static async Task<FakeEntra> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fake = new FakeEntra(builder.Build());
        await fake.app.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }

    /// <summary>From now on another key signs and is announced.</summary>
    public void Rotate(string kid)
    {
        pen.Dispose();
        pen = RSA.Create(2048);
        Kid = kid;
    }

    /// <summary>The header's value.</summary>
    public string Bearer(BotToken token) => "Bearer " + Mint(token);

    public string Mint(BotToken token)
    {
        var header = new JsonObject { ["alg"] = token.Algorithm, ["typ"] = "JWT" };
        if ((token.Kid ?? Kid) is { Length: > 0 } kid)
            header["kid"] = kid;
        var now = TimeProvider.System.GetUtcNow();
        var claims = new JsonObject
        {
            ["iss"] = token.Issuer,
            ["aud"] = token.Audience,
            ["nbf"] = (now + token.From).ToUnixTimeSeconds(),
            ["exp"] = token.Until is { } until ? (now + until).ToUnixTimeSeconds() : null,
        };
        if (token.Until is null)
            claims.Remove("exp");
        if (token.ServiceUrl is { } service)
            claims[token.ServiceUrlClaim] = service;
        var signed = Encode(header.ToJsonString()) + "." + Encode(claims.ToJsonString());
        return signed + "." + Base64Url.EncodeToString(Sign(token, Encoding.ASCII.GetBytes(signed)));
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        pen.Dispose();
        stranger.Dispose();
    }

    private byte[] Sign(BotToken token, byte[] signed) => token.Algorithm switch
    {
        "none" => [],
        // The attack that takes the public key, which everybody has, for a shared secret.
        "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(pen.ExportSubjectPublicKeyInfoPem()), signed),
        "RS512" => pen.SignData(signed, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        _ => (token.ByStranger ? stranger : pen).SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
    };

    private async Task Metadata(HttpContext http)
    {
        Interlocked.Increment(ref metadataReadings);
        await Answer(http, new JsonObject
        {
            ["issuer"] = Announced,
            ["authorization_endpoint"] = "https://invalid.example.com",
            ["jwks_uri"] = app.Urls.First() + "/v1/.well-known/keys",
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        });
    }

    private async Task Keys(HttpContext http)
    {
        Interlocked.Increment(ref keyReadings);
        var open = pen.ExportParameters(includePrivateParameters: false);
        var key = new JsonObject
        {
            ["kty"] = "RSA", ["use"] = "sig", ["kid"] = Kid, ["n"] = Base64Url.EncodeToString(open.Modulus), ["e"] = Base64Url.EncodeToString(open.Exponent),
        };
        if (Endorsements is { } channels)
            key["endorsements"] = new JsonArray([.. channels.Select(channel => (JsonNode)channel)]);
        await Answer(http, new JsonObject { ["keys"] = new JsonArray(key) });
    }

    private async Task Answer(HttpContext http, JsonObject body)
    {
        await Task.Delay(Delay, http.RequestAborted);
        http.Response.StatusCode = Down ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}

/// <summary>A token to be made; as it is, a good one.</summary>
public sealed record BotToken(string? ServiceUrl)
{
    public string Issuer { get; init; } = FakeEntra.Issuer;

    public string Audience { get; init; } = FakeEntra.AppId;

    public string Algorithm { get; init; } = "RS256";

    /// <summary>The key's name in the header: the announced one when null, none when empty.</summary>
    public string? Kid { get; init; }

    /// <summary>Signed with a key that nobody announced.</summary>
    public bool ByStranger { get; init; }

    public TimeSpan From { get; init; } = TimeSpan.FromSeconds(-5);

    /// <summary>Null for no end.</summary>
    public TimeSpan? Until { get; init; } = TimeSpan.FromHours(1);

    public string ServiceUrlClaim { get; init; } = "serviceurl";
}
