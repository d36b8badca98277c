using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace AlignmentBot.Tests.Fakes.Teams;

/// <summary>Gives the bot its tokens, as Microsoft Entra does for client credentials.
/// Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow</summary>
public sealed class FakeTokenEndpoint(Action<string> violate)
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string IdentityHeader = "fake-identity-header";
    public const string Secret = "fake-client-secret";

    private readonly ConcurrentDictionary<string, string> given = new(StringComparer.Ordinal);
    private int count;

    /// <summary>What a token for the connector has to be asked for by; as it is, in the public cloud.</summary>
    public string ConnectorScope { get; set; } = "https://api.botframework.com/.default";

    /// <inheritdoc cref="ConnectorScope"/>
    public string GraphScope { get; set; } = "https://graph.microsoft.com/.default";

    /// <summary>How many tokens were asked for.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>What it refuses with instead, such as <c>invalid_client</c>; null to give tokens.</summary>
    public string? Refusal { get; set; }

    /// <summary>True when this token was given for the scope and is still taken.</summary>
    public bool Takes(string token, string scope) => given.TryGetValue(token, out var known) && known == scope;

    /// <summary>From now on none of the tokens given so far is taken.</summary>
    public void Spoil() => given.Clear();

    /// <summary>As Azure gives tokens to what runs there under an identity. Source: learn.microsoft.com/azure/app-service/overview-managed-identity, REST endpoint reference</summary>
    public async Task AnswerIdentity(HttpContext http)
    {
        var number = Interlocked.Increment(ref count);
        if (http.Request.Headers["X-IDENTITY-HEADER"] != IdentityHeader || http.Request.Query["resource"] != "https://api.botframework.com" || http.Request.Query["client_id"] != AppId)
            violate($"identity: {http.Request.QueryString}");
        var token = string.Create(CultureInfo.InvariantCulture, $"fake-token-{number}");
        given[token] = ConnectorScope;
        await http.Response.WriteAsJsonAsync(new { access_token = token, expires_on = "4102444800", resource = "https://api.botframework.com", token_type = "Bearer", client_id = AppId });
    }

    public async Task Answer(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var number = Interlocked.Increment(ref count);
        if (form["grant_type"] != "client_credentials" || form["client_id"] != AppId)
            violate($"token: grant {form["grant_type"]} for {form["client_id"]}");
        if (form["client_secret"] != Secret && form["client_assertion_type"] != "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
            violate("token: neither the secret nor an assertion");
        if (form["scope"] != ConnectorScope && form["scope"] != GraphScope)
            violate($"token: scope {form["scope"]}");
        if (Refusal is { } refusal)
        {
            http.Response.StatusCode = 401;
            await http.Response.WriteAsJsonAsync(new { error = refusal, error_description = "AADSTS7000215: Invalid client secret provided.", error_codes = new[] { 7000215 } });
            return;
        }

        var token = string.Create(CultureInfo.InvariantCulture, $"fake-token-{number}");
        given[token] = form["scope"].ToString();
        await http.Response.WriteAsJsonAsync(new { token_type = "Bearer", expires_in = 3600, access_token = token });
    }
}
