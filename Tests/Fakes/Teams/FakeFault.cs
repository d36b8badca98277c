namespace AlignmentBot.Tests.Fakes.Teams;

/// <summary>What goes wrong with one call of the fake connector.</summary>
public enum FakeFault
{
    None,

    /// <summary>HTTP 429 with a Retry-After; nothing is done.</summary>
    TooMany,

    /// <summary>HTTP 412: another operation on the conversation is under way; nothing is done.</summary>
    Precondition,

    /// <summary>HTTP 500; nothing is done.</summary>
    ServerError,

    /// <summary>HTTP 502; nothing is done.</summary>
    BadGateway,

    /// <summary>It is done, and the answer is HTTP 502.</summary>
    DoneThenBadGateway,

    /// <summary>HTTP 503; nothing is done.</summary>
    Unavailable,

    /// <summary>The connection ends without an answer; nothing is done.</summary>
    Cut,

    /// <summary>It is done, and the connection ends without an answer.</summary>
    DoneThenCut,

    /// <summary>It is done, and the answer never comes.</summary>
    DoneThenSilent,

    /// <summary>It is done, and the answer comes in two halves.</summary>
    SlowBody,

    /// <summary>HTTP 403, BotNotInConversationRoster: the app is not installed there.</summary>
    NotInstalled,

    /// <summary>HTTP 401: the token is taken no more.</summary>
    Unauthorized,
}
