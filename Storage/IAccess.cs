using AlignmentBot.Domain;
using NodaTime;

namespace AlignmentBot.Storage;

/// <summary>Who is let into the dashboard. Of every secret only the hash is kept: SHA-256 in lower-case hexadecimal.</summary>
public interface IAccess
{
    /// <summary>Keeps a link, and forgets links that ended more than <see cref="SignInLink.KeptAfterEnd"/> before <paramref name="now"/>.</summary>
    ValueTask SaveSignInLink(SignInLink link, Instant now, CancellationToken ct);

    /// <summary>The link with this hash, used and ended ones too while they are kept; null when there is none.</summary>
    ValueTask<SignInLink?> FindSignInLink(string hash, CancellationToken ct);

    /// <summary>Uses a link up and opens the session, both or neither. Of two at the same moment one wins.</summary>
    /// <param name="link">Hash of the link.</param>
    /// <returns>False when there is no such link, or it was used before, or has ended: nothing was changed.</returns>
    ValueTask<bool> UseSignInLink(string link, WebSession session, CancellationToken ct);

    /// <summary>Opens a session without a link, and forgets sessions that have ended.</summary>
    ValueTask OpenWebSession(WebSession session, CancellationToken ct);

    /// <summary>The session with this hash, or null when there is none that has not been closed.</summary>
    ValueTask<WebSession?> FindWebSession(string hash, CancellationToken ct);

    ValueTask CloseWebSession(string hash, CancellationToken ct);

    /// <summary>Closes every session in which somebody looks as this member.</summary>
    /// <returns>How many there were.</returns>
    ValueTask<int> CloseWebSessionsOf(MemberId member, CancellationToken ct);
}

/// <summary>A way in that the bot gave to one member.</summary>
/// <param name="Hash">Of the secret in the link.</param>
/// <param name="EndsAt">From then on it is refused.</param>
/// <param name="UsedAt">When it let somebody in; null while it has not.</param>
public sealed record SignInLink(string Hash, MemberId Member, Instant EndsAt, Instant? UsedAt = null)
{
    /// <summary>How long it is remembered that there was such a link, so that a late visitor hears what happened.</summary>
    public static readonly Duration KeptAfterEnd = Duration.FromDays(7);
}

/// <summary>Somebody who was let in.</summary>
/// <param name="Hash">Of the secret in the cookie.</param>
/// <param name="Members">As whom: one member, or one in each of several pods; never empty.</param>
public sealed record WebSession(string Hash, ValueList<MemberId> Members, Instant OpenedAt, Instant EndsAt);
