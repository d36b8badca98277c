using System.Threading.Channels;

namespace AlignmentBot.Bot.Channels.Teams.Answers;

/// <summary>Errands on their way. When there are too many, new ones are dropped, and the log says so.</summary>
public sealed partial class TeamsErrands(ILogger<TeamsErrands> logger)
{
    private const int MostWaiting = 1000;

    private readonly Channel<TeamsErrand> waiting = Channel.CreateBounded<TeamsErrand>(MostWaiting);

    public ChannelReader<TeamsErrand> Waiting => waiting.Reader;

    /// <summary>Never waits.</summary>
    public void Send(TeamsErrand errand)
    {
        if (!waiting.Writer.TryWrite(errand))
            Log.Dropped(logger, errand.GetType().Name);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Teams does not keep up: an answer of kind {Kind} was dropped.")]
        public static partial void Dropped(ILogger logger, string kind);
    }
}
