using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Time;
using AlignmentBot.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AlignmentBot.Bot.Channels.Local.Page;

/// <summary>Answers with the page, or with the part of it that a window asks for.</summary>
public sealed class LocalPages(IStore store, LocalVisits visits, LocalReading reading, LocalFeed feed, IAntiforgery antiforgery, HostPlace place, BotClock clock)
{
    /// <summary>Where the feed was when a part was drawn.</summary>
    public const string MarkHeader = "X-Local-Mark";

    public async Task<IResult> Whole(HttpContext http, string? pod, string? persona, CancellationToken ct)
    {
        var mark = feed.Mark;
        var visit = persona is null ? await visits.First(pod, ct) : await visits.Find(pod, persona, ct);
        if (visit is null)
            return await Nobody(pod, persona, ct);
        return new RazorComponentResult<ChatPage>(new
        {
            Visit = visit,
            Pods = await store.Pods(ct),
            People = await visits.People(visit.Pod, ct),
            Channel = await reading.Conversation(visit.Channel, visit, ct),
            Direct = await reading.Conversation(visit.Direct, visit, ct),
            Mark = mark,
            Token = LocalTokens.Of(http, antiforgery),
            Off = Off(visit),
            Clock = place.AllowsClockControl ? clock.Now : (NodaTime.Instant?)null,
        });
    }

    /// <summary>Both conversations anew, for a window that has missed something.</summary>
    public async Task<IResult> Conversations(HttpContext http, string? pod, string? persona, CancellationToken ct)
    {
        http.Response.Headers[MarkHeader] = feed.Mark;
        if (await visits.Find(pod, persona, ct) is not { } visit)
            return LocalDoor.Problem("page.error.persona", StatusCodes.Status404NotFound);
        return new RazorComponentResult<BothConversations>(new
        {
            Visit = visit,
            Channel = await reading.Conversation(visit.Channel, visit, ct),
            Direct = await reading.Conversation(visit.Direct, visit, ct),
        });
    }

    public async Task<IResult> Message(string id, string? pod, string? persona, CancellationToken ct)
    {
        if (await visits.Find(pod, persona, ct) is not { } visit)
            return LocalDoor.Problem("page.error.persona", StatusCodes.Status404NotFound);
        return await reading.Message(id, visit, ct) is { } message
            ? new RazorComponentResult<MessageItem>(new { Visit = visit, Message = message })
            : TypedResults.NoContent();
    }

    /// <summary>Whoever tries the bot in the evening would otherwise look in vain for what others have caused.</summary>
    private string? Off(LocalVisit visit)
    {
        var (now, own) = (clock.Now, WorkCalendar.Of(visit.Persona, visit.Pod));
        if (WorkingTime.IsWorking(now, own))
            return null;
        return WorkingTime.NextStart(now, own) is { } next ? visit.Texts["page.direct.off", PlainText.Of(next, now, visit.Reader)] : visit.Texts["page.direct.away"];
    }

    /// <summary>There is no pod yet, nobody in it, or not this one: the page says what to do.</summary>
    private async Task<IResult> Nobody(string? pod, string? persona, CancellationToken ct)
    {
        var pods = await store.Pods(ct);
        var unknown = persona is not null || (pod is not null && pods.All(known => known.Id.Value != pod));
        var key = unknown ? "page.empty.unknown" : pods.Count == 0 ? "page.empty.no_pod" : "page.empty.no_member";
        return new RazorComponentResult<EmptyPage>(new { Texts = Texts.For(Reader.Unknown.Language), Key = key })
        {
            StatusCode = unknown ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
        };
    }
}
