using System.Security.Claims;
using System.Text.Encodings.Web;
using AlignmentBot.Bot.Intake.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace AlignmentBot.Bot.Intake.Keys;

/// <summary>Reads <c>Authorization: Bearer ...</c> before anything of the body is read.</summary>
public sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KeyRing keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";

    /// <summary>The claim of each scope that the key has.</summary>
    public const string ScopeClaim = "scope";

    private const string Bearer = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Token() is not { } token)
            return AuthenticateResult.NoResult();
        if (await keys.Find(token, Context.RequestAborted) is not { } holder)
            return AuthenticateResult.Fail("The key is not valid.");

        Context.Features.Set(holder);
        var claims = holder.Scopes.Select(scope => new Claim(ScopeClaim, scope)).Append(new Claim(ClaimTypes.NameIdentifier, holder.Id));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName)), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var sent = Token() is not null;
        Response.Headers.WWWAuthenticate = sent ? "Bearer realm=\"leads\", error=\"invalid_token\"" : "Bearer realm=\"leads\"";
        return Problem.Unauthorized(sent).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var scope = Context.GetEndpoint()!.Metadata.GetRequiredMetadata<NeedsScope>().Scope;
        Response.Headers.WWWAuthenticate = $"Bearer realm=\"leads\", error=\"insufficient_scope\", scope=\"{scope}\"";
        return Problem.Forbidden(scope).ExecuteAsync(Context);
    }

    private string? Token()
    {
        var header = Request.Headers[HeaderNames.Authorization].ToString();
        return header.StartsWith(Bearer + " ", StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
    }
}

/// <summary>Which scope an endpoint asks for.</summary>
public sealed record NeedsScope(string Scope);
