using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using AlignmentBot.Bot.Dashboard.Access;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Dashboard;

/// <summary>Server-sent events: <c>hello</c> at first, <c>change</c> when something has happened at the pod, <c>beat</c> while nothing happens,
/// <c>over</c> when the session has ended.</summary>
public static class DashboardLive
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(2);

    public static async Task<IResult> Open(HttpContext http, DashboardSessions sessions, DashboardFeed feed, IHostApplicationLifetime life, CancellationToken ct) =>
        await sessions.Of(http, ct) is { } visit
            ? TypedResults.ServerSentEvents(Events(http, visit.Pod.Id, sessions, feed, life.ApplicationStopping, ct))
            : TypedResults.NoContent();

    /// <summary>Ends by itself when the bot stops, so that an open window never keeps it from stopping.</summary>
    private static async IAsyncEnumerable<SseItem<string>> Events(
        HttpContext http, PodId pod, DashboardSessions sessions, DashboardFeed feed, CancellationToken stopping, [EnumeratorCancellation] CancellationToken ct)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stopping, ct);
        using var window = feed.Open(pod);
        yield return new SseItem<string>(string.Empty, "hello") { ReconnectionInterval = Reconnect };
        while (!ends.IsCancellationRequested)
        {
            var rang = await window.Rang(Beat, ends.Token);
            if (ends.IsCancellationRequested)
                yield break;
            if (await sessions.Of(http, CancellationToken.None) is null)
            {
                yield return new SseItem<string>(string.Empty, "over");
                yield break;
            }

            yield return new SseItem<string>(string.Empty, rang ? "change" : "beat");
        }
    }
}
