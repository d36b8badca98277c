using System.Threading.Channels;
using AlignmentBot.Bot.Channels.Slack.Outbound;
using AlignmentBot.Bot.Channels.Slack.Wire;
using AlignmentBot.Cards;

namespace AlignmentBot.Bot.Channels.Slack.Answers;

/// <summary>Runs errands, several at once in each lane, so that one slow call holds up few others.</summary>
public sealed partial class SlackErrandRunner(SlackErrands errands, SlackWebApi web, SlackResponseUrls responses, SlackLater later, ILogger<SlackErrandRunner> logger) : BackgroundService
{
    private const int Runners = 16;

    /// <summary>How long Slack lets a trigger open a modal.</summary>
    private const long TriggerMilliseconds = 3000;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Enumerable.Range(0, Runners).SelectMany(_ => new[] { Serve(errands.Modals, stoppingToken), Serve(errands.Words, stoppingToken) }));

    private async Task Serve(ChannelReader<SlackErrand> lane, CancellationToken ct)
    {
        try
        {
            await foreach (var errand in lane.ReadAllAsync(ct))
                await Run(errand, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Answers that are still waiting are lost with the process; nothing that is owed is among them.
        }
    }

    private async Task Run(SlackErrand errand, CancellationToken ct)
    {
        try
        {
            await (errand switch
            {
                SlackErrand.Open open => Open(open, ct),
                SlackErrand.Whisper whisper => Whisper(whisper, ct),
                SlackErrand.Say say => Say(say, ct),
                SlackErrand.Redraw it => Tell("chat.update", web.In(it.Workspace).Update(SlackMessageJson.Update(it.Message.Channel, it.Message.Ts, it.Card, it.Reader), ct)),
                SlackErrand.Update it => Tell("views.update", web.In(SlackAddress.Parse(it.User).Workspace).UpdateView(SlackViews.Replace(it.View, it.Body), ct)),
                SlackErrand.Fill fill => later.Fill(fill, ct),
                _ => throw new NotSupportedException($"No way to run {errand.GetType().Name}."),
            });
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.Failed(logger, errand.GetType().Name, failure);
        }
    }

    private async Task Open(SlackErrand.Open open, CancellationToken ct)
    {
        if (await TryOpen(open, ct) || open.Else is not { } elsewhere)
            return;
        var card = SlackCards.Sentence(Texts.For(Reader.Unknown.Language)["slack.form_too_late"], Cards.Model.Tone.Warning);
        await Whisper(new SlackErrand.Whisper(elsewhere, card, Reader.Unknown), ct);
    }

    private async Task<bool> TryOpen(SlackErrand.Open open, CancellationToken ct)
    {
        var left = TriggerMilliseconds - (Environment.TickCount64 - open.BornAt);
        if (left <= 0)
            return false;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromMilliseconds(left));
        try
        {
            var opened = await web.In(open.Workspace).OpenModal(SlackViews.Open(open.Trigger, open.View), limit.Token);
            if (opened is { Ok: true, View.Id: { } view } && open.Then is { } then)
                errands.Send(new SlackErrand.Fill(view, then.User, then.Work));
            return Say("views.open", opened);
        }
        catch (Exception late) when (late is ChannelUnavailableException || (late is OperationCanceledException && !ct.IsCancellationRequested))
        {
            Log.Failed(logger, nameof(SlackErrand.Open), late);
            return false;
        }
    }

    private async Task Whisper(SlackErrand.Whisper whisper, CancellationToken ct)
    {
        var to = whisper.To;
        if (to.ResponseUrl is { } address && await responses.Post(address, SlackMessageJson.Response(whisper.Card, whisper.Reader, to.Thread, to.Replace), ct))
            return;
        if (to.Channel is null)
            return;
        var (channel, user) = (SlackAddress.Parse(to.Channel), SlackAddress.Parse(to.User));
        var ephemeral = SlackMessageJson.Ephemeral(channel.Id, user.Id, to.Thread, whisper.Card, whisper.Reader);
        await Tell("chat.postEphemeral", web.In(channel.Workspace).PostEphemeral(ephemeral, ct));
    }

    private async Task Say(SlackErrand.Say say, CancellationToken ct)
    {
        var channel = SlackAddress.Parse(say.Channel);
        await Tell("chat.postMessage", web.In(channel.Workspace).PostMessage(SlackMessageJson.Post(channel.Id, null, null, say.Card, say.Reader), ct));
    }

    private async Task Tell<T>(string method, Task<T> call)
        where T : SlackResponse => Say(method, await call);

    private bool Say(string method, SlackResponse answer)
    {
        if (!answer.Ok)
            Log.TurnedDown(logger, method, answer.Error, SlackErrors.Remedy(answer) ?? string.Join("; ", answer.ResponseMetadata?.Messages ?? []));
        return answer.Ok;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "An answer of kind {Kind} did not reach Slack.")]
        public static partial void Failed(ILogger logger, string kind, Exception reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Slack turned {Method} down: {Error}. {Remedy}")]
        public static partial void TurnedDown(ILogger logger, string method, string? error, string remedy);
    }
}
