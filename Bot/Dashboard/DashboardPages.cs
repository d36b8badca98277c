using AlignmentBot.Bot.Dashboard.Access;
using AlignmentBot.Bot.Dashboard.Figures;
using AlignmentBot.Bot.Dashboard.Page;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AlignmentBot.Bot.Dashboard;

/// <summary>Answers with the dashboard to who is signed in, and with the door to who is not.</summary>
public sealed class DashboardPages(DashboardSessions sessions, Entrance door, DashboardReading reading, IAntiforgery antiforgery)
{
    /// <summary>The whole page.</summary>
    public async Task<IResult> Start(HttpContext http, CancellationToken ct)
    {
        if (await sessions.Of(http, ct) is not { } visit)
            return door.Closed(http);
        if (await Read(visit, http, ct) is not { } data)
            return NotYours(visit);
        var tokens = antiforgery.GetAndStoreTokens(http);
        return new RazorComponentResult<DashboardPage>(new { Data = data, TokenField = tokens.FormFieldName, Token = tokens.RequestToken! });
    }

    /// <summary>The figures alone, for a window that has been told of news.</summary>
    public async Task<IResult> Figures(HttpContext http, CancellationToken ct)
    {
        if (await sessions.Of(http, ct) is not { } visit)
            return TypedResults.Unauthorized();
        return await Read(visit, http, ct) is { } data ? new RazorComponentResult<FiguresPart>(new { Data = data }) : NotYours(visit);
    }

    private async Task<DashboardFigures?> Read(DashboardVisit visit, HttpContext http, CancellationToken ct) =>
        await reading.Query(visit, http.Request.Query, ct) is { } query ? await reading.Read(visit, query, ct) : null;

    /// <summary>Somebody's own figures are for that person and the team leads.</summary>
    private static RazorComponentResult<NotYoursPage> NotYours(DashboardVisit visit) => new(new { Visit = visit }) { StatusCode = StatusCodes.Status403Forbidden };
}
