using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Teams;

/// <summary>A message's identity: the conversation in which the connector is asked for it, and its own id there. Stored as
/// <c>19:abc@thread.tacv2|1790000000000</c>; of a reply the conversation is the thread's, <c>19:abc@thread.tacv2;messageid=1790000000000</c>.</summary>
public readonly record struct TeamsMessageId(string Conversation, string Activity)
{
    private const char Between = '|';
    private const string ThreadMark = ";messageid=";

    /// <summary>The conversation without the thread in it.</summary>
    public string Place => PlaceOf(Conversation);

    /// <summary>The conversation without the thread that Teams appends in channels.</summary>
    public static string PlaceOf(string conversation) =>
        conversation.IndexOf(ThreadMark, StringComparison.OrdinalIgnoreCase) is var cut and > 0 ? conversation[..cut] : conversation;

    /// <summary>The message at the top of the thread that a conversation names, or null when it names none.</summary>
    public static TeamsMessageId? TopOf(string conversation) =>
        conversation.IndexOf(ThreadMark, StringComparison.OrdinalIgnoreCase) is var cut and > 0 && conversation[(cut + ThreadMark.Length)..] is { Length: > 0 } top
            ? new TeamsMessageId(conversation[..cut], top)
            : null;

    public static TeamsMessageId Parse(string stored) => stored.LastIndexOf(Between) is var cut and > 0
        ? new TeamsMessageId(stored[..cut], stored[(cut + 1)..])
        : throw new FormatException($"\"{stored}\" is not the id of a Teams message.");

    /// <summary>Where an answer below this message is posted: its thread in a channel; chats have no threads.</summary>
    public string ThreadIn(TeamsPlaceKind kind) =>
        kind == TeamsPlaceKind.Channel && !Conversation.Contains(ThreadMark, StringComparison.OrdinalIgnoreCase) ? Conversation + ThreadMark + Activity : Conversation;

    public override string ToString() => Conversation + Between + Activity;
}
