using System.Text.Json;

namespace AlignmentBot.Bot.Channels.Teams.Wire;

/// <summary>The value of <c>adaptiveCard/action</c>. Source: learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model</summary>
public sealed record TeamsActionValue(TeamsAction? Action);

/// <param name="Verb">The button's action id.</param>
/// <param name="Data">The button's data with what was typed.</param>
public sealed record TeamsAction(string? Verb, JsonElement Data);

/// <summary>The value of dialogs and of the message extension's actions.
/// Source: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots</summary>
/// <param name="Data">Of the button, or of the dialog that was sent with what was typed.</param>
/// <param name="CommandId">Of the message extension.</param>
/// <param name="MessagePayload">The message on which a command was chosen.</param>
public sealed record TeamsDialogValue(JsonElement Data, string? CommandId, TeamsMessagePayload? MessagePayload);

/// <param name="Id">The message's id within its conversation.</param>
/// <param name="ReplyToId">The first message of its thread, or null.</param>
public sealed record TeamsMessagePayload(string? Id, string? ReplyToId);

/// <summary>The value of <c>composeExtension/query</c>.
/// Source: learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search</summary>
public sealed record TeamsQueryValue(string? CommandId, TeamsParameter[]? Parameters);

public sealed record TeamsParameter(string? Name, JsonElement Value);

/// <summary>The value of <c>application/search</c>.
/// Source: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search</summary>
public sealed record TeamsSearchValue(string? QueryText, string? Dataset);
