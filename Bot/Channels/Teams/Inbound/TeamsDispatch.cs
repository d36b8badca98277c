using AlignmentBot.Bot.Channels.Teams.Answers;
using AlignmentBot.Bot.Channels.Teams.Wire;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>Tells activities apart. What is not known is heard and left: Teams may send new things at any time.</summary>
public sealed partial class TeamsDispatch(TeamsAcquaintance acquaintance, TeamsInvokes invokes, TeamsMessages messages, TeamsLifecycle lifecycle, ILogger<TeamsDispatch> logger)
{
    public async Task<TeamsReply> Handle(TeamsActivity activity, CancellationToken ct)
    {
        switch (activity.Type)
        {
            case "invoke" when TeamsOrigin.Of(activity) is { } origin:
                return await invokes.Handle(activity, origin, () => acquaintance.Make(activity, origin, ct), ct);
            case "message" when TeamsOrigin.Of(activity) is { } origin:
                await acquaintance.Make(activity, origin, ct);
                await messages.Handle(activity, origin, ct);
                return TeamsReply.Empty;
            case "conversationUpdate" or "installationUpdate":
                await lifecycle.Handle(activity, ct);
                return TeamsReply.Empty;
            default:
                Log.Unread(logger, activity.Type, activity.Name);
                return TeamsReply.Empty;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "Teams sent an activity of type {Type} ({Name}), of which nothing is read.")]
        public static partial void Unread(ILogger logger, string? type, string? name);
    }
}
