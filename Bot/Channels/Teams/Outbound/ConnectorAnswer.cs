namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>How a call of the connector ended: with a value, or with an error as data.</summary>
public sealed record ConnectorAnswer<T>(T? Value, ConnectorError? Error)
    where T : class
{
    public static implicit operator ConnectorAnswer<T>(ConnectorError error) => new(null, error);
}

/// <summary>Why a call did not end well.</summary>
/// <param name="Code">Teams' own short code such as <c>BotNotInConversationRoster</c>, else one of ours.</param>
/// <param name="Detail">For the log: a status, or Teams' sentence. Never a body of ours.</param>
/// <param name="RetryAfter">How long Teams, or a limit, wants to be left alone; null when nothing was said.</param>
public sealed record ConnectorError(ConnectorFault Fault, string Code, string Detail, TimeSpan? RetryAfter = null);

/// <summary>What an error means for the next try.
/// Source: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages, status codes</summary>
public enum ConnectorFault
{
    /// <summary>Teams did nothing: it was not reached, or it turned the call away for now (412, 429). Try again freely.</summary>
    NotDone,

    /// <summary>It may have been done (502, 503, 504, no answer). What can be done twice is tried again; a message only once more.</summary>
    Doubtful,

    /// <summary>Only a person can put it right, such as a secret that has ended. Try again in a while, and say what to do.</summary>
    NeedsAdmin,

    /// <summary>Teams failed (500), which it does not want tried again.</summary>
    Failed,

    /// <summary>Teams will not do it.</summary>
    Refused,
}
