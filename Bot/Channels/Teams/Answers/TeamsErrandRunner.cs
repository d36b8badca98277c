using AlignmentBot.Bot.Channels.Teams.Outbound;

namespace AlignmentBot.Bot.Channels.Teams.Answers;

/// <summary>Runs errands, several at once, so that one slow call holds up few others.</summary>
public sealed partial class TeamsErrandRunner(TeamsErrands errands, TeamsConnector connector, TeamsReferences references, ILogger<TeamsErrandRunner> logger) : BackgroundService
{
    private const int Runners = 16;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, Runners).Select(_ => Serve(stoppingToken)));

    private async Task Serve(CancellationToken ct)
    {
        try
        {
            await foreach (var errand in errands.Waiting.ReadAllAsync(ct))
                await Run(errand, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Answers that are still waiting are lost with the process; nothing that is owed is among them.
        }
    }

    private async Task Run(TeamsErrand errand, CancellationToken ct)
    {
        try
        {
            await (errand switch
            {
                TeamsErrand.Say say => connector.Send(new TeamsTarget(say.ServiceUrl, say.Tenant, say.Conversation), TeamsMessageJson.Card(say.Card, say.Reader, null), ct),
                TeamsErrand.Redraw it => connector.Update(
                    new TeamsTarget(it.ServiceUrl, it.Tenant, it.Message.Conversation), it.Message.Activity, TeamsMessageJson.Card(it.Card, it.Reader, it.Refresh), ct),
                TeamsErrand.Whisper whisper => Whisper(whisper, ct),
                TeamsErrand.Work work => work.Do(ct),
                _ => throw new NotSupportedException($"No way to run {errand.GetType().Name}."),
            });
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.Failed(logger, errand.GetType().Name, failure);
        }
    }

    /// <summary>Only where they have a chat with the bot: nobody is drawn into one for an answer.</summary>
    private async Task Whisper(TeamsErrand.Whisper whisper, CancellationToken ct)
    {
        if (await references.Person(whisper.Account, ct) is { Chat: { } chat } person)
            await connector.Send(new TeamsTarget(person.ServiceUrl, person.Tenant, chat), TeamsMessageJson.Card(whisper.Card, whisper.Reader, null), ct);
        else
            Log.NoChat(logger, whisper.Account);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "An answer in Teams could not be given: {Kind}.")]
        public static partial void Failed(ILogger logger, string kind, Exception failure);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Account} has no chat with the bot, so an answer for them alone was not given.")]
        public static partial void NoChat(ILogger logger, string account);
    }
}
