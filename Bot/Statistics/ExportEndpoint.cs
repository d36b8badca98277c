using System.Globalization;
using System.Text;
using AlignmentBot.Bot.Handlers;
using AlignmentBot.Bot.Handlers.Statistics;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Statistics;
using AlignmentBot.Storage;
using NodaTime.Text;

namespace AlignmentBot.Bot.Statistics;

/// <summary>Gives out the file behind a link of <see cref="ExportLinks"/>.</summary>
internal static class ExportEndpoint
{
    public static void MapExport(this IEndpointRouteBuilder routes) => routes.MapGet(ExportLinks.Path + "{link}", Get);

    private static async Task<IResult> Get(string link, HttpContext http, ExportLinks links, Rosters rosters, IStore store, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        var texts = Texts.For(Reader.Unknown.Language);
        if (links.Read(link) is not { } asked)
            return Results.Text(texts["stats.export.over"], "text/plain", Encoding.UTF8, StatusCodes.Status410Gone);
        if (await rosters.Find(asked.Pod, ct) is not { } pod || pod.Roster.Find(asked.Member) is not { Active: true } member || !MayHave(member, asked))
            return Results.Text(texts["stats.export.not_yours"], "text/plain", Encoding.UTF8, StatusCodes.Status403Forbidden);

        var file = await store.FoldOutlines(pod.Pod, asked.Period, leads => LeadCsv.Write(leads.Where(lead => asked.Filter.Matches(lead.Group)), pod), ct);
        var name = string.Create(
            CultureInfo.InvariantCulture, $"leads-{asked.Pod}-{LocalDatePattern.Iso.Format(asked.Period.From)}-{LocalDatePattern.Iso.Format(asked.Period.Until)}.csv");
        return Results.File(file, "text/csv; charset=utf-8", name);
    }

    /// <summary>Asked again when the file is fetched: somebody may have ceased to be a team lead since.</summary>
    private static bool MayHave(Domain.Roster.Member member, ExportLink asked) =>
        FigureRights.MayCompare(member, asked.Pod)
        || (FigureRights.MaySee(member, asked.Pod, asked.Filter) && (asked.Filter.Rep is not null || asked.Filter.Marketer is not null));
}
