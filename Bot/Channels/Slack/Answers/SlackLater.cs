using AlignmentBot.Bot.Channels.Slack.Directory;
using AlignmentBot.Bot.Channels.Slack.Outbound;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Bot.Channels.Slack.Answers;

/// <summary>Ends what a modal is waiting for: the work is done, then its outcome takes the place of "one moment".</summary>
public sealed partial class SlackLater(SlackWebApi web, SlackPlaces places, ILogger<SlackLater> logger)
{
    public async Task Fill(SlackErrand.Fill fill, CancellationToken ct)
    {
        if (fill.First is { } first)
            await Show(fill, first, ct);
        var answer = await Work(fill, ct);
        var reader = await places.ReaderFor(null, fill.User, ct);
        await Show(fill, SlackViews.Of(answer, reader), ct);
    }

    private async Task Show(SlackErrand.Fill fill, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        var shown = await SlackPatience.Ask(() => web.In(SlackAddress.Parse(fill.User).Workspace).UpdateView(SlackViews.Replace(fill.View, body), ct), ct);
        if (!shown.Ok)
            Log.NotShown(logger, shown.Error, string.Join("; ", shown.ResponseMetadata?.Messages ?? []));
    }

    /// <summary>A modal never stays at "one moment": what fails ends with a sentence.</summary>
    private async Task<Answer> Work(SlackErrand.Fill fill, CancellationToken ct)
    {
        try
        {
            return await fill.Work(ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.Failed(logger, failure);
            return new Answer.Say(Texts.For(Reader.Unknown.Language)["slack.later_failed"], Tone.Bad);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "What a modal was waiting for failed.")]
        public static partial void Failed(ILogger logger, Exception failure);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Slack turned views.update down: {Error}. {Details}")]
        public static partial void NotShown(ILogger logger, string? error, string details);
    }
}
