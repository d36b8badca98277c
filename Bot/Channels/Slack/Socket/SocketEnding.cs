namespace AlignmentBot.Bot.Channels.Slack.Socket;

/// <summary>Why a socket needs a successor, or must have none.</summary>
public enum SocketEnding
{
    /// <summary>Slack will close it soon.</summary>
    Refresh,

    /// <summary>It is gone.</summary>
    Broken,

    /// <summary>Socket Mode was switched off in the app's settings.</summary>
    Disabled,
}
