using AlignmentBot.Bot.Channels.Slack.Answers;
using AlignmentBot.Bot.Channels.Slack.Outbound;
using AlignmentBot.Bot.Handlers.Queue;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards.Queue;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Bot.Channels.Slack.Home;

/// <summary>Draws Home tabs: a person's queue, always there. Nothing waits for it, and nothing is owed by it.</summary>
public sealed partial class SlackHomes : BackgroundService
{
    private const int Painters = 4;

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WhenNotSaid = TimeSpan.FromSeconds(10);

    private readonly HomeBook book = new();
    private readonly SemaphoreSlim bell = new(0);
    private readonly SlackWebApi web;
    private readonly Queues queues;
    private readonly ILogger<SlackHomes> logger;

    public SlackHomes(SlackWebApi web, Queues queues, Wakeups wakeups, ILogger<SlackHomes> logger)
    {
        (this.web, this.queues, this.logger) = (web, queues, logger);
        wakeups.News.Listen(pod =>
        {
            book.Changed(pod);
            Ring();
        });
    }

    // Slack's limits run by real time, also while the bot's own clock is moved for a trial.
    private static long Now => Environment.TickCount64;

    /// <param name="hash">Of the view that stands there, or null.</param>
    public void Opened(string user, string? hash)
    {
        book.Opened(user, hash, Now);
        Ring();
    }

    /// <summary>Somebody did something with the bot.</summary>
    public void Acted(string user)
    {
        book.Acted(user, Now);
        Ring();
    }

    public override void Dispose()
    {
        bell.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, Painters).Select(_ => Paint(stoppingToken)));

    private void Ring()
    {
        if (bell.CurrentCount < Painters)
            bell.Release();
    }

    private async Task Paint(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                while (book.Take(Now) is { } turn)
                    await Draw(turn, ct);
                await bell.WaitAsync(book.Wait(Now) is { } wait ? TimeSpan.FromMilliseconds(wait) : Idle, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // A tab that was not drawn is drawn when it is opened again.
        }
    }

    private async Task Draw(HomeTurn turn, CancellationToken ct)
    {
        try
        {
            var page = await queues.Draw(new Visitor(Door.Slack, turn.User), QueueCard.RowsOnPage, ct);
            var address = SlackAddress.Parse(turn.User);
            var shown = await Publish(address, SlackViews.Home(page.Card, page.Reader), turn.Hash, ct);
            book.Drawn(turn.User, shown, page.Pods);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.Failed(logger, failure);
            var wait = (failure as ChannelUnavailableException)?.RetryAfter ?? WhenNotSaid;
            book.Failed(turn.User, Now + (long)wait.TotalMilliseconds);
        }
    }

    /// <returns>The hash of what stands there now.</returns>
    private async Task<string?> Publish(SlackAddress user, ReadOnlyMemory<byte> view, string? hash, CancellationToken ct)
    {
        var answer = await web.In(user.Workspace).PublishHome(SlackViews.Publish(user.Id, view, hash), ct);
        // Somebody else has drawn it since; ours is from the present state, so it goes over it.
        if (answer.Error == "hash_conflict")
            answer = await web.In(user.Workspace).PublishHome(SlackViews.Publish(user.Id, view, hash: null), ct);
        if (!answer.Ok)
            Log.TurnedDown(logger, answer.Error, SlackErrors.Remedy(answer) ?? string.Join("; ", answer.ResponseMetadata?.Messages ?? []));
        return answer.View?.Hash;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A Home tab could not be drawn; it is tried again.")]
        public static partial void Failed(ILogger logger, Exception failure);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Slack turned views.publish down: {Error}. {Remedy}")]
        public static partial void TurnedDown(ILogger logger, string? error, string remedy);
    }
}
