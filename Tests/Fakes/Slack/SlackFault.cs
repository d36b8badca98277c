namespace AlignmentBot.Tests.Fakes.Slack;

/// <summary>What goes wrong with one call of the Web API.</summary>
public enum SlackFault
{
    None,

    /// <summary>HTTP 429 with a Retry-After; nothing is done.</summary>
    TooMany,

    /// <summary>HTTP 500; nothing is done.</summary>
    ServerError,

    /// <summary>The connection ends without an answer; nothing is done.</summary>
    Cut,

    /// <summary>It is done, and the connection ends without an answer.</summary>
    DoneThenCut,

    /// <summary>It is done, and the answer never comes.</summary>
    DoneThenSilent,

    /// <summary>It is done, and the answer comes in two halves.</summary>
    SlowBody,
}
