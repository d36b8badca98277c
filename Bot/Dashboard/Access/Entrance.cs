using AlignmentBot.Bot.Dashboard.OpenId;
using AlignmentBot.Bot.Dashboard.Page;
using AlignmentBot.Cards;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AlignmentBot.Bot.Dashboard.Access;

/// <summary>The door of the dashboard: links, sign-in at a provider, signing out, and what is said to who is not let in.</summary>
public sealed class Entrance(SignInLinks links, DashboardSessions sessions, DashboardSettings settings, IAntiforgery antiforgery)
{
    private readonly Texts texts = Texts.For(Reader.Unknown.Language);

    /// <summary>Behind a link: shows whose it is. Nothing is used up.</summary>
    public async Task<IResult> Show(string secret, HttpContext http, CancellationToken ct)
    {
        if (await links.Look(secret, await sessions.Of(http, ct), ct) is not LinkFinding.Good good)
            return await Refuse(secret, http, ct);
        var tokens = antiforgery.GetAndStoreTokens(http);
        return new RazorComponentResult<EnterPage>(new { good.Pod, good.Member, TokenField = tokens.FormFieldName, Token = tokens.RequestToken! });
    }

    /// <summary>The button behind a link: uses it up and opens the dashboard.</summary>
    public async Task<IResult> Enter(string secret, HttpContext http, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            return Closed(StatusCodes.Status400BadRequest, texts["dashboard.door.stale"]);
        if (await links.Look(secret, await sessions.Of(http, ct), ct) is not LinkFinding.Good good
            || await links.Use(secret, good.Member, sessions.Length, ct) is not { } cookie)
            return await Refuse(secret, http, ct);
        await sessions.GiveCookie(http, cookie);
        return SeeOther.Start;
    }

    public async Task<IResult> Leave(HttpContext http, CancellationToken ct)
    {
        if (await antiforgery.IsRequestValidAsync(http))
            await sessions.Close(http, ct);
        return SeeOther.Start;
    }

    /// <summary>Sends the person to a provider.</summary>
    public IResult SignIn(string provider, string? back)
    {
        var place = settings.Providers.FirstOrDefault(known => known.Name == provider);
        return place is null
            ? Closed(StatusCodes.Status404NotFound, texts["dashboard.door.no_provider"])
            : TypedResults.Challenge(new AuthenticationProperties { RedirectUri = DashboardPaths.IsOurs(back) ? back : DashboardPaths.Start }, [place.Name]);
    }

    /// <summary>For who is not signed in, wherever on the dashboard they wanted to go.</summary>
    public IResult Closed(HttpContext http)
    {
        var trouble = http.Request.Query[DashboardPaths.Refused].ToString() switch
        {
            "roster" => texts["dashboard.door.not_on_roster"],
            "provider" => texts["dashboard.door.provider"],
            _ => null,
        };
        return Closed(StatusCodes.Status401Unauthorized, trouble, http.Request.Path + http.Request.QueryString);
    }

    private async Task<IResult> Refuse(string secret, HttpContext http, CancellationToken ct)
    {
        var why = await links.Look(secret, await sessions.Of(http, ct), ct) is LinkFinding.Refused refused ? refused.Why : LinkFault.Used;
        return Closed(why == LinkFault.SomebodyElses ? StatusCodes.Status403Forbidden : StatusCodes.Status410Gone, texts[why switch
        {
            LinkFault.Unknown => "dashboard.door.unknown",
            LinkFault.Used => "dashboard.door.used",
            LinkFault.Ended => "dashboard.door.ended",
            LinkFault.SomebodyElses => "dashboard.door.somebody_elses",
            LinkFault.Left => "dashboard.door.left",
        }]);
    }

    private RazorComponentResult<DoorPage> Closed(int status, string? trouble, string back = DashboardPaths.Start) => new(new
    {
        Texts = texts,
        Trouble = trouble,
        Providers = (IReadOnlyList<OpenIdProvider>)settings.Providers.Select(place => place.Provider).ToList(),
        Back = back,
    })
    {
        StatusCode = status,
    };
}

/// <summary>Sends a browser on to the start page after a form.</summary>
public sealed class SeeOther : IResult
{
    public static readonly SeeOther Start = new();

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = DashboardPaths.Start;
        return Task.CompletedTask;
    }
}
