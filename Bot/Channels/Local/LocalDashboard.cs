using AlignmentBot.Bot.Dashboard.Access;
using Microsoft.AspNetCore.Mvc;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>The page's own way to the dashboard: the same single-use link that <c>/mql dashboard</c> gives, for the person the window is.</summary>
public static class LocalDashboard
{
    public static async Task<IResult> Open(
        HttpContext http, string? pod, [FromQuery(Name = "as")] string? persona, LocalVisits visits, SignInLinks links, DashboardSessions sessions, CancellationToken ct)
    {
        if (await visits.Find(pod, persona, ct) is not { } visit || await links.Make(visit.Persona, ct) is not { } address)
            return LocalDoor.Problem("page.error.persona", StatusCodes.Status404NotFound);
        // One person plays several here, so whoever was signed in before makes room.
        if (await sessions.Of(http, ct) is { } before && before.Member.Id != visit.Persona.Id)
            await sessions.Close(http, ct);
        return TypedResults.LocalRedirect(address.PathAndQuery);
    }
}
