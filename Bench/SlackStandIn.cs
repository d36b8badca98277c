using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AlignmentBot.Bench;

/// <summary>Answers every call of the Web API, after a while, and fails some of them.</summary>
internal sealed class SlackStandIn : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TimeSpan delay;
    private readonly int failEvery;
    private int calls;

    private SlackStandIn(WebApplication app, TimeSpan delay, int failEvery)
    {
        this.app = app;
        this.delay = delay;
        this.failEvery = failEvery;
    }

    public string Address => app.Urls.First();

    public int Calls => calls;

    /// <param name="failEvery">Each so many-th call fails; 0 for none.</param>
    public static async Task<SlackStandIn> Start(TimeSpan delay = default, int failEvery = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        var slack = new SlackStandIn(host, delay, failEvery);
        host.MapPost("/{**any}", slack.Answer);
        await host.StartAsync();
        return slack;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task Answer(HttpContext http)
    {
        var call = Interlocked.Increment(ref calls);
        await http.Request.Body.CopyToAsync(Stream.Null);
        if (delay > TimeSpan.Zero)
            await Task.Delay(delay);
        if (failEvery > 0 && call % failEvery == 0)
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{{\"ok\":true,\"channel\":\"C0123\",\"ts\":\"1790000000.{call:000000}\",\"user_id\":\"U0BOT\",\"team_id\":\"T0TEAM\"}}"));
    }
}
