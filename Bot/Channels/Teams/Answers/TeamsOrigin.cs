using AlignmentBot.Bot.Channels.Teams.Wire;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Teams.Answers;

/// <summary>Where somebody acted, and by what they can be answered.</summary>
/// <param name="Account">The person's directory object id; where Teams tells none, its own name for them, which is on no roster.</param>
/// <param name="UserId">What Teams calls the person towards this bot.</param>
/// <param name="Conversation">With the thread, where there is one.</param>
/// <param name="Delivery">Names this activity among all of the door.</param>
/// <param name="Message">The message on which something was pressed, or null.</param>
public sealed record TeamsOrigin(
    string Account, string UserId, string Conversation, TeamsPlaceKind Kind, string ServiceUrl, string? Tenant, string Delivery, string? Message)
{
    /// <summary>Deliveries have at most 300 characters.</summary>
    private const int LongestDelivery = 300;

    /// <summary>True in a dialog of the message extension, which ends with a card: a bare sentence is known to other dialogs only.
    /// Source: learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit</summary>
    public bool InExtension { get; init; }

    public bool AccountIsKnown => Account != UserId;

    /// <summary>The conversation without the thread.</summary>
    public string Place => TeamsMessageId.PlaceOf(Conversation);

    public Visitor Visitor => new(Door.Teams, Account);

    /// <summary>The message on which something was pressed, as slots name it: a message at the top of a thread stands in the channel itself.</summary>
    public TeamsMessageId? Pressed => Message is null ? null : TopOrReply(Message);

    /// <summary>Under which name the bot owes messages here: a personal chat is owed to by its person.</summary>
    public string Owed => Kind == TeamsPlaceKind.Personal ? Account : Place;

    /// <returns>Null for an activity that names nobody or nowhere.</returns>
    public static TeamsOrigin? Of(TeamsActivity activity)
    {
        if (activity is not { From.Id: { Length: > 0 } user, Conversation.Id: { Length: > 0 } conversation, Id: { Length: > 0 } id, ServiceUrl: { } service })
            return null;
        var account = activity.From.AadObjectId is { Length: > 0 } known ? known : user;
        return new TeamsOrigin(account, user, conversation, KindOf(activity.Conversation), service, Inbound.TeamsGate.TenantOf(activity), Cut($"activity:{conversation}:{id}"), activity.ReplyToId);
    }

    public static TeamsPlaceKind KindOf(TeamsConversation conversation) => conversation.ConversationType switch
    {
        "channel" => TeamsPlaceKind.Channel,
        "groupChat" => TeamsPlaceKind.GroupChat,
        _ => TeamsPlaceKind.Personal,
    };

    /// <summary>Names a press or a sending by the drawing it was done on: the same again under another id is known as the same.</summary>
    public string DeliveryOf(string? token, string what) => token is null ? Delivery : Cut($"press:{Account}:{token}:{what}");

    /// <summary>The same in the thread below this message, where the conversation does not name its thread itself.</summary>
    /// <param name="top">Null outside of threads.</param>
    public TeamsOrigin Below(string? top) =>
        top is { Length: > 0 } && Kind == TeamsPlaceKind.Channel && TeamsMessageId.TopOf(Conversation) is null
            ? this with { Conversation = new TeamsMessageId(Place, top).ThreadIn(Kind) }
            : this;

    public TeamsMessageId TopOrReply(string message) =>
        TeamsMessageId.TopOf(Conversation) is { } top && top.Activity != message ? new TeamsMessageId(Conversation, message) : new TeamsMessageId(Place, message);

    private static string Cut(string text) => text[..Math.Min(text.Length, LongestDelivery)];
}
