using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AlignmentBot.Cards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AlignmentBot.Bench;

/// <summary>Keys, tokens and a connector of Teams on this machine; the connector takes 2 s for every call.</summary>
internal sealed class SlowTeams : IAsyncDisposable
{
    public const string AppId = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    public const string Tenant = "11111111-1111-1111-1111-111111111111";
    public const string Channel = "19:bench@thread.tacv2";
    public const string Account = "aad-rosa";

    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);

    private readonly WebApplication app;
    private readonly RSA pen = RSA.Create(2048);

    private SlowTeams(WebApplication app)
    {
        this.app = app;
        app.MapGet("/v1/.well-known/openidconfiguration", () => Results.Json(new { issuer = "https://api.botframework.com", jwks_uri = Url + "/keys" }));
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { Key() } }));
        app.MapPost("/token", () => Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = "bench" }));
        app.MapFallback("/teams/{**rest}", async () =>
        {
            await Task.Delay(Delay);
            return Results.Json(new { id = TimeProvider.System.GetUtcNow().Ticks.ToString(CultureInfo.InvariantCulture), activityId = TimeProvider.System.GetUtcNow().Ticks.ToString(CultureInfo.InvariantCulture) });
        });
    }

    public string MetadataUrl => Url + "/v1/.well-known/openidconfiguration";

    public string TokenUrl => Url + "/token";

    public string ServiceUrl => Url + "/teams";

    private string Url => app.Urls.First();

    public static async Task<SlowTeams> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var teams = new SlowTeams(builder.Build());
        await teams.app.StartAsync();
        return teams;
    }

    public string Token()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var signed = Encode(new { alg = "RS256", typ = "JWT", kid = "bench" })
            + "." + Encode(new { iss = "https://api.botframework.com", aud = AppId, nbf = now - 5, exp = now + 3600, serviceurl = ServiceUrl });
        return signed + "." + Base64Url.EncodeToString(pen.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    /// <summary>The rep presses Accept on the card of this lead.</summary>
    public string Press(int number) => JsonSerializer.Serialize(new
    {
        type = "invoke",
        name = "adaptiveCard/action",
        id = string.Create(CultureInfo.InvariantCulture, $"{1_790_000_000_000 + number}"),
        channelId = "msteams",
        serviceUrl = ServiceUrl,
        from = new { id = "29:1rosa", aadObjectId = Account },
        recipient = new { id = "28:" + AppId },
        conversation = new { id = Channel, conversationType = "channel", tenantId = Tenant },
        channelData = new { tenant = new { id = Tenant }, team = new { id = Channel } },
        replyToId = string.Create(CultureInfo.InvariantCulture, $"{1_780_000_000_000 + number}"),
        value = new { action = new { type = "Action.Execute", verb = ActionIds.Accept, data = new { value = SampleLeads.Id(number).Value, t = string.Create(CultureInfo.InvariantCulture, $"token-{number}") } }, trigger = "manual" },
    });

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        pen.Dispose();
    }

    private object Key()
    {
        var open = pen.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", kid = "bench", n = Base64Url.EncodeToString(open.Modulus), e = Base64Url.EncodeToString(open.Exponent), endorsements = new[] { "msteams" } };
    }

    private static string Encode(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
