using System.Threading.Channels;
using AlignmentBot.Bot.Handlers.Setup;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Bot.Channels.Slack.Directory;

/// <summary>
/// Finds out who has left a workspace: at once when Slack says that a profile was closed, and by asking once a day, because what Slack said
/// may have been lost. Whoever is gone by Slack's own word is taken off the rosters.
/// </summary>
public sealed partial class SlackLeavers(IWorkplace workplace, Departures departures, ILogger<SlackLeavers> logger) : BackgroundService
{
    private const int MostWaiting = 10_000;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    /// <summary>Well within what Slack allows for profiles.</summary>
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(1);

    private readonly Channel<string> heard = Channel.CreateBounded<string>(MostWaiting);

    /// <summary>Somebody's account is said to be closed. Never waits.</summary>
    public void Hear(string account) => heard.Writer.TryWrite(account);

    /// <summary>Asks for everybody on the rosters. When none of them is known, nobody is taken off: then the token is another workspace's.</summary>
    public async Task AskForAll(TimeSpan between, CancellationToken ct)
    {
        var gone = new List<string>();
        var known = 0;
        foreach (var account in await departures.Accounts(Door.Slack, ct))
        {
            if (await workplace.Person(account, null, ct) is not { Standing: not Standing.Gone })
                gone.Add(account);
            else
                known++;
            await Task.Delay(between, ct);
        }

        if (known == 0 && gone.Count > 0)
        {
            Log.NobodyKnown(logger, gone.Count);
            return;
        }

        foreach (var account in gone)
            await Leave(account, ct);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Listen(stoppingToken), Sweep(stoppingToken));

    private async Task Listen(CancellationToken ct)
    {
        await foreach (var account in heard.Reader.ReadAllAsync(ct))
        {
            await Safely(
                async () =>
                {
                    if (await workplace.Person(account, null, ct) is { Standing: Standing.Gone })
                        await Leave(account, ct);
                },
                ct);
        }
    }

    private async Task Sweep(CancellationToken ct)
    {
        for (var wait = First; ; wait = Daily)
        {
            await Task.Delay(wait, ct);
            await Safely(() => AskForAll(BetweenQuestions, ct), ct);
        }
    }

    private async Task Leave(string account, CancellationToken ct)
    {
        Log.Left(logger, account);
        await departures.Left(new Visitor(Door.Slack, account), ct);
    }

    private async Task Safely(Func<Task> work, CancellationToken ct)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.Failed(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Account} has left the workspace.")]
        public static partial void Left(ILogger logger, string account);

        [LoggerMessage(Level = LogLevel.Error, Message = "Slack knows none of the {Count} people on the rosters, so nobody was taken off. Is the token that of their workspace?")]
        public static partial void NobodyKnown(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be asked who has left the workspace. The next try is tomorrow.")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
