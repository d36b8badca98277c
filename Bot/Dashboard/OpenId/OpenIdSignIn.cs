using AlignmentBot.Bot.Dashboard.Access;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AlignmentBot.Bot.Dashboard.OpenId;

/// <summary>Sign-in at Slack or Entra: the framework's own OpenID Connect, and which members the person who comes back is.</summary>
public static class OpenIdSignIn
{
    public static void AddOpenId(this AuthenticationBuilder authentication, OpenIdPlace place, bool https) =>
        authentication.AddOpenIdConnect(place.Name, options => Configure(options, place, https));

    private static void Configure(OpenIdConnectOptions options, OpenIdPlace place, bool https)
    {
        options.SignInScheme = DashboardSessions.Scheme;
        options.Authority = place.Authority;
        options.RequireHttpsMetadata = place.Authority.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        options.ClientId = place.ClientId;
        options.ClientSecret = place.ClientSecret;
        options.CallbackPath = $"{DashboardPaths.SignedIn}/{place.Name}";
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.Scope.Clear();
        foreach (var scope in new[] { "openid", "profile", "email" })
            options.Scope.Add(scope);
        // The person comes back by a plain link, so that Lax is enough, and plain http on this machine works too.
        foreach (var cookie in new[] { options.NonceCookie, options.CorrelationCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        }

        options.Events.OnTokenValidated = context => LetIn(context, place);
        options.Events.OnRemoteFailure = Return;
    }

    private static async Task LetIn(TokenValidatedContext context, OpenIdPlace place)
    {
        var services = context.HttpContext.RequestServices;
        var members = VouchedPerson.Of(context.Principal!, place) is { } person
            ? await Members(services.GetRequiredService<IStore>(), person, context.HttpContext.RequestAborted)
            : ValueList<MemberId>.Empty;
        if (members.Count == 0)
        {
            context.HandleResponse();
            context.Response.Redirect($"{DashboardPaths.Start}?{DashboardPaths.Refused}=roster");
            return;
        }

        context.Principal = await services.GetRequiredService<DashboardSessions>().Open(members, context.HttpContext.RequestAborted);
    }

    /// <summary>The person said no there, or came back too late: the door again, with a sentence.</summary>
    private static Task Return(RemoteFailureContext context)
    {
        context.HandleResponse();
        context.Response.Redirect($"{DashboardPaths.Start}?{DashboardPaths.Refused}=provider");
        return Task.CompletedTask;
    }

    private static async Task<ValueList<MemberId>> Members(IStore store, VouchedPerson person, CancellationToken ct)
    {
        var found = new List<Member>();
        foreach (var pod in await store.Pods(ct))
            found.AddRange((await store.Members(pod.Id, ct)).Where(person.Is));
        return found.Select(member => member.Id).ToValueList();
    }
}
