using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>The feed as server-sent events: <c>hello</c> with where the feed is, <c>change</c> for each change, <c>beat</c> while nothing happens.</summary>
public static class LocalStream
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(1);

    public static async Task<IResult> Open(
        string? pod, [FromQuery(Name = "as")] string? persona, LocalVisits visits, LocalFeed feed, IHostApplicationLifetime life, CancellationToken ct) =>
        await visits.Find(pod, persona, ct) is { } visit
            ? TypedResults.ServerSentEvents(Events(feed, visit, life.ApplicationStopping, ct))
            : LocalDoor.Problem("page.error.persona", StatusCodes.Status404NotFound);

    /// <summary>Ends by itself when the bot stops, so that an open window never keeps it from stopping.</summary>
    private static async IAsyncEnumerable<SseItem<FeedEvent>> Events(
        LocalFeed feed, LocalVisit visit, CancellationToken stopping, [EnumeratorCancellation] CancellationToken ct)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stopping, ct);
        using var subscription = feed.Open(visit);
        yield return new SseItem<FeedEvent>(new FeedEvent(feed.Mark, null), "hello") { ReconnectionInterval = Reconnect };
        while (!ends.IsCancellationRequested)
        {
            var change = await Next(subscription, ends.Token);
            if (!ends.IsCancellationRequested)
                yield return new SseItem<FeedEvent>(new FeedEvent(null, change), change is null ? "beat" : "change");
        }
    }

    private static async Task<FeedChange?> Next(FeedSubscription subscription, CancellationToken ends)
    {
        try
        {
            return await subscription.Next(Beat, ends);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}

/// <param name="Mark">Of a hello: where the feed is.</param>
/// <param name="Change">Of a change.</param>
public sealed record FeedEvent(string? Mark, FeedChange? Change);
