using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>Takes what the page sends: reads it, finds out who acts, lets it be done, and tells the page what to show.</summary>
public sealed class LocalDoor(LocalVisits visits)
{
    public async Task<IResult> Serve<T>(HttpContext http, Func<LocalVisit, T, CancellationToken, Task<Answer>> act)
        where T : LocalRequest
    {
        var ct = http.RequestAborted;
        if (await LocalRequest.Read<T>(http.Request, ct) is not { } request)
            return Problem("page.error.unreadable", StatusCodes.Status400BadRequest);
        if (await visits.Find(request.Pod, request.Persona, ct) is not { } visit)
            return Problem("page.error.persona", StatusCodes.Status404NotFound);

        var answer = await act(visit, request, ct);
        return TypedResults.Ok(LocalAnswer.Of(answer, visit.Reader));
    }

    internal static IResult Problem(string key, int status) =>
        TypedResults.Problem(Texts.For(Reader.Unknown.Language)[key], statusCode: status);
}
