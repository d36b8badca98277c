namespace AlignmentBot.Bot.Channels.Slack.Wire;

/// <summary>What Slack sends when somebody uses a button, a modal or a shortcut; only what we read. Source: docs.slack.dev/reference/interaction-payloads</summary>
/// <param name="Type"><c>block_actions</c>, <c>view_submission</c>, <c>view_closed</c>, <c>shortcut</c>, <c>message_action</c> or <c>block_suggestion</c>.</param>
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
    bool IsEnterpriseInstall)
{
    /// <summary>Of a message shortcut: the message.</summary>
    public string? MessageTs { get; init; }

    /// <summary>Of a <c>block_suggestion</c>: the field that asks.</summary>
    public string? ActionId { get; init; }

    /// <summary>Of a <c>block_suggestion</c>: what was typed so far.</summary>
    public string? Value { get; init; }
}

public sealed record SlackActor(string? Id);

public sealed record SlackPlaceId(string? Id);

/// <summary>Where the used element stands.</summary>
/// <param name="Type"><c>message</c> or <c>view</c>.</param>
public sealed record SlackContainer(string? Type, string? MessageTs, string? ChannelId, string? ViewId, string? ThreadTs, bool IsEphemeral);

public sealed record SlackAction(string? ActionId, string? BlockId, string? Value, string? ActionTs);

/// <param name="Type"><c>modal</c> or <c>home</c>.</param>
public sealed record SlackView(string? Id, string? Type, string? CallbackId, string? PrivateMetadata, SlackViewState? State)
{
    /// <summary>Changes with every drawing.</summary>
    public string? Hash { get; init; }
}

/// <summary>The answers, by block id and action id.</summary>
public sealed record SlackViewState(Dictionary<string, Dictionary<string, SlackInput>>? Values);

/// <summary>One answer; what was left empty is null.</summary>
public sealed record SlackInput(string? Value, SlackOption? SelectedOption, string? SelectedUser)
{
    /// <summary>Of a field for several people.</summary>
    public string[]? SelectedUsers { get; init; }

    /// <summary>The answer as text; people as accounts in this workspace, several separated by commas.</summary>
    public string? GivenIn(string? workspace) =>
        Value ?? SelectedOption?.Value ?? SlackAddress.Write(workspace, SelectedUser)
        ?? (SelectedUsers is { Length: > 0 } users ? string.Join(',', users.Select(user => SlackAddress.Write(workspace, user))) : null);
}

public sealed record SlackOption(string? Value);
