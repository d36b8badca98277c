using System.Threading.Channels;

namespace AlignmentBot.Bot.Channels.Slack.Answers;

/// <summary>Errands on their way, in two lanes so that a modal never waits behind words. A full lane drops, and says so.</summary>
public sealed partial class SlackErrands(ILogger<SlackErrands> logger)
{
    private const int LaneSize = 1000;

    private readonly Channel<SlackErrand> modals = Channel.CreateBounded<SlackErrand>(LaneSize);
    private readonly Channel<SlackErrand> words = Channel.CreateBounded<SlackErrand>(LaneSize);

    public ChannelReader<SlackErrand> Modals => modals.Reader;

    public ChannelReader<SlackErrand> Words => words.Reader;

    /// <summary>Never waits.</summary>
    public void Send(SlackErrand errand)
    {
        var lane = errand is SlackErrand.Open ? modals : words;
        if (!lane.Writer.TryWrite(errand))
            Log.Dropped(logger, errand.GetType().Name);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Slack does not keep up: an answer of kind {Kind} was dropped.")]
        public static partial void Dropped(ILogger logger, string kind);
    }
}
