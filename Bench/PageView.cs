using AlignmentBot.Bench.History;
using AlignmentBot.Bot.Dashboard.Access;
using AlignmentBot.Bot.Dashboard.Figures;
using AlignmentBot.Bot.Dashboard.Page;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AlignmentBot.Bench;

/// <summary>The dashboard as a team lead gets it, without the network: what the server does for one view.</summary>
internal sealed class PageView(IServiceProvider services)
{
    private static readonly Member Lead = HistoryPeople.Everybody.First(member => member is { PodLead: true, Side: Side.Marketing });
    private static readonly DashboardVisit Visit = new(
        HistoryPeople.Pod, Lead, new WebSession("bench", [Lead.Id], HistoryCalendar.End, HistoryCalendar.End + Duration.FromHours(1)), []);

    /// <summary>The figures of a view.</summary>
    /// <param name="address">What stands behind the page's path.</param>
    public async Task<int> Read(string address) => (await Figures(Asking(address))).Figures.HandedOver;

    /// <summary>The whole answer.</summary>
    public async Task<int> Draw(string address)
    {
        await using var scope = services.CreateAsyncScope();
        var http = Asking(address);
        http.RequestServices = scope.ServiceProvider;
        var figures = await Figures(http);
        await new RazorComponentResult<DashboardPage>(new { Data = figures, TokenField = "token", Token = "token" }).ExecuteAsync(http);
        if (http.Response.Body.Length == 0)
            throw new InvalidOperationException("The page was not drawn.");
        return figures.Figures.HandedOver;
    }

    private async Task<DashboardFigures> Figures(HttpContext http)
    {
        var reading = services.GetRequiredService<DashboardReading>();
        var query = await reading.Query(Visit, http.Request.Query, CancellationToken.None) ?? throw new InvalidOperationException("A team lead was refused.");
        return await reading.Read(Visit, query, CancellationToken.None);
    }

    private static DefaultHttpContext Asking(string address)
    {
        var http = new DefaultHttpContext();
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("localhost");
        http.Request.Path = "/dashboard";
        http.Request.QueryString = new QueryString(address);
        http.Response.Body = new MemoryStream();
        return http;
    }
}
