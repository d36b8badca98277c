using AlignmentBot.Bot.Dashboard.Access;
using AlignmentBot.Bot.Dashboard.Page;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AlignmentBot.Bot.Dashboard;

/// <summary>Answers with the dashboard to who is signed in, and with the door to who is not.</summary>
public sealed class DashboardPages(DashboardSessions sessions, Entrance door, IAntiforgery antiforgery)
{
    public async Task<IResult> Start(HttpContext http, CancellationToken ct)
    {
        if (await sessions.Of(http, ct) is not { } visit)
            return door.Closed(http);
        var tokens = antiforgery.GetAndStoreTokens(http);
        return new RazorComponentResult<DashboardPage>(new { Visit = visit, TokenField = tokens.FormFieldName, Token = tokens.RequestToken! });
    }
}
