using AlignmentBot.Domain;
using NodaTime;

namespace AlignmentBot.Storage;

/// <summary>The messages of the local channel, which has no platform of its own to keep them.</summary>
public interface ILocalMessages
{
    /// <summary>Adds the message, or does nothing when its effect was posted before.</summary>
    /// <returns>The id under which the effect is posted.</returns>
    ValueTask<string> PostLocal(LocalMessage message, CancellationToken ct);

    ValueTask<LocalMessage?> FindLocalByEffect(string effect, CancellationToken ct);

    /// <summary>The latest messages of a conversation that stand in no thread, oldest first.</summary>
    ValueTask<IReadOnlyList<LocalMessage>> LocalConversation(string conversation, int limit, CancellationToken ct);

    /// <summary>The replies under these messages, oldest first.</summary>
    ValueTask<IReadOnlyList<LocalMessage>> LocalThreads(ValueList<string> parents, CancellationToken ct);

    ValueTask<LocalMessage?> FindLocal(string id, CancellationToken ct);
}

/// <summary>A message of the local channel: drawn from a subject when the bot speaks, words when a person does.</summary>
/// <param name="ThreadOf">Id of the message it replies to, or null.</param>
public sealed record LocalMessage(
    string Id, string Conversation, string? ThreadOf, string? Effect, MemberId? Author, string? Subject, string? Text, Instant At);
