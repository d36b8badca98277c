using AlignmentBot.Cards.Model;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Channels;

/// <summary>
/// A place where a pod talks: Slack, Microsoft Teams or the local page. It only carries: what is said and when is decided before.
/// Every call may throw <see cref="ChannelUnavailableException"/> (try again) or <see cref="ChannelRefusedException"/> (never again).
/// </summary>
public interface IChannel
{
    Door Door { get; }

    /// <summary>How fast one conversation takes messages, and from when on several leads share one.</summary>
    ChannelPace Pace { get; }

    /// <summary>The pod's conversation here, or null when the pod is not bound to this platform.</summary>
    string? ConversationOf(Pod pod);

    /// <summary>The direct conversation with a member here, or null when the member has no account on this platform.</summary>
    string? ConversationOf(Member member);

    /// <summary>Posts a new message.</summary>
    /// <returns>The platform's id of the message, by which it can be updated and replied to.</returns>
    Task<string> Post(Posting posting, CancellationToken ct);

    /// <summary>Replaces what a message shows. It keeps its place and notifies nobody.</summary>
    Task Update(string message, Posting posting, CancellationToken ct);

    /// <summary>Looks for a posting whose answer was lost, so that it is not posted twice.</summary>
    /// <returns>The message's id, or null when it is certain, or cannot be known, that it is not there.</returns>
    Task<string?> Find(Posting posting, CancellationToken ct);
}

/// <summary>A message to be posted.</summary>
/// <param name="Effect">Unique key of what is owed; travels with the message where the platform allows it.</param>
/// <param name="Conversation">As the channel named it.</param>
/// <param name="ThreadOf">The platform's id of the message under which it belongs, or null.</param>
/// <param name="Subject">What the card was drawn from.</param>
/// <param name="Shows">The subjects in it: one, or several leads in a digest.</param>
public sealed record Posting(string Effect, string Conversation, string? ThreadOf, string Subject, Domain.ValueList<string> Shows, Card Card);

/// <param name="Between">The least time between two messages of one conversation; zero for no limit.</param>
/// <param name="DigestFrom">From how many waiting new leads on they share messages.</param>
/// <param name="DigestSize">How many leads one message shows at most.</param>
public sealed record ChannelPace(TimeSpan Between, int DigestFrom, int DigestSize);

/// <summary>The platform cannot take the message now. <see cref="RetryAfter"/>: what it asked for, or null.</summary>
public sealed class ChannelUnavailableException(string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    public TimeSpan? RetryAfter { get; } = retryAfter;
}

/// <summary>The platform will never take this message. <see cref="Code"/>: its short reason, such as <c>channel_not_found</c>.</summary>
public sealed class ChannelRefusedException(string code) : Exception($"The platform refused the message: {code}.")
{
    public string Code { get; } = code;
}
