using System.Security.Claims;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using Microsoft.AspNetCore.Authentication;
using NodaTime;

namespace AlignmentBot.Bot.Dashboard.Access;

/// <summary>
/// Who is signed in. The cookie carries a secret, enciphered by the bot's keys; what it opens is asked of the store each time, so that a
/// session ends at once when it is closed, when its time is over, or when its member leaves the roster.
/// </summary>
public sealed class DashboardSessions(IStore store, DashboardSettings settings, BotClock clock)
{
    /// <summary>Name of the cookie's authentication scheme.</summary>
    public const string Scheme = "Dashboard";

    private const string SecretClaim = "session";
    private const string PodParameter = "pod";

    /// <summary>How long a session lasts.</summary>
    public Duration Length => Duration.FromTimeSpan(settings.SessionLength);

    /// <summary>The visit that this request belongs to, or null when nobody is signed in.</summary>
    public async Task<DashboardVisit?> Of(HttpContext http, CancellationToken ct)
    {
        var ticket = await http.AuthenticateAsync(Scheme);
        if (SecretOf(ticket.Principal) is not { } secret
            || await store.FindWebSession(AccessSecret.Hash(secret), ct) is not { } session
            || session.EndsAt <= clock.Now)
            return null;
        return await Visit(session, http.Request.Query[PodParameter], ct);
    }

    /// <summary>Gives the browser the cookie of a session that has been opened.</summary>
    public Task GiveCookie(HttpContext http, string secret) => http.SignInAsync(Scheme, Carrying(secret));

    /// <summary>Opens a session for somebody whom a provider vouches for.</summary>
    /// <param name="members">One in each pod in which they are; not empty.</param>
    public async Task<ClaimsPrincipal> Open(ValueList<MemberId> members, CancellationToken ct)
    {
        var secret = AccessSecret.Make();
        var now = clock.Now;
        await store.OpenWebSession(new WebSession(AccessSecret.Hash(secret), members, now, now + Length), ct);
        return Carrying(secret);
    }

    /// <summary>Ends the session and takes the cookie back.</summary>
    public async Task Close(HttpContext http, CancellationToken ct)
    {
        var ticket = await http.AuthenticateAsync(Scheme);
        if (SecretOf(ticket.Principal) is { } secret)
            await store.CloseWebSession(AccessSecret.Hash(secret), ct);
        await http.SignOutAsync(Scheme);
    }

    /// <summary>The named pod's member of the session, or the first one's; null when no member of it is on a roster any more.</summary>
    private async Task<DashboardVisit?> Visit(WebSession session, string? pod, CancellationToken ct)
    {
        var places = new List<(Pod Pod, Member Member)>();
        foreach (var id in session.Members)
        {
            if (await store.FindMember(id, ct) is { Active: true } member && await store.FindPod(member.Pod, ct) is { } found)
                places.Add((found, member));
        }

        if (places.Count == 0)
            return null;
        var here = Math.Max(0, places.FindIndex(place => place.Pod.Id.Value == pod));
        var elsewhere = places.Where((_, number) => number != here).Select(place => place.Pod).ToList();
        return new DashboardVisit(places[here].Pod, places[here].Member, session, elsewhere);
    }

    private static ClaimsPrincipal Carrying(string secret) => new(new ClaimsIdentity([new Claim(SecretClaim, secret)], Scheme));

    private static string? SecretOf(ClaimsPrincipal? principal) => principal?.FindFirst(SecretClaim)?.Value;
}
