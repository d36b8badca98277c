namespace AlignmentBot.Bot.Channels.Slack.Wire;

/// <summary>What Slack sends when somebody uses a button, a modal or a shortcut; only what we read. Source: docs.slack.dev/reference/interaction-payloads</summary>
/// <param name="Type"><c>block_actions</c>, <c>view_submission</c>, <c>view_closed</c>, <c>shortcut</c> or <c>message_action</c>.</param>
/// <param name="TriggerId">Opens one modal within 3 s.</param>
/// <param name="ResponseUrl">Answers the interaction for 30 minutes; null where there is no message.</param>
public sealed record SlackPayload(
    string? Type,
    SlackActor? User,
    string? TriggerId,
    SlackContainer? Container,
    SlackPlaceId? Channel,
    SlackView? View,
    string? ResponseUrl,
    SlackAction[]? Actions,
    string? CallbackId,
    SlackPlaceId? Team,
    SlackPlaceId? Enterprise,
    bool IsEnterpriseInstall);

public sealed record SlackActor(string? Id);

public sealed record SlackPlaceId(string? Id);

/// <summary>Where the used element stands.</summary>
/// <param name="Type"><c>message</c> or <c>view</c>.</param>
public sealed record SlackContainer(string? Type, string? MessageTs, string? ChannelId, string? ViewId, string? ThreadTs, bool IsEphemeral);

public sealed record SlackAction(string? ActionId, string? BlockId, string? Value, string? ActionTs);

/// <param name="Type"><c>modal</c> or <c>home</c>.</param>
public sealed record SlackView(string? Id, string? Type, string? CallbackId, string? PrivateMetadata, SlackViewState? State);

/// <summary>The answers, by block id and action id.</summary>
public sealed record SlackViewState(Dictionary<string, Dictionary<string, SlackInput>>? Values);

/// <summary>One answer; what was left empty is null.</summary>
public sealed record SlackInput(string? Value, SlackOption? SelectedOption, string? SelectedUser)
{
    public string? Given => Value ?? SelectedOption?.Value ?? SelectedUser;
}

public sealed record SlackOption(string? Value);
