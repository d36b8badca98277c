using System.Text.Json;

namespace AlignmentBot.Bot.Channels.Teams.Wire;

/// <summary>What Teams posts to the bot; only what is read. Unknown properties are skipped.
/// Source: learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference</summary>
/// <param name="Type">Such as <c>message</c>, <c>invoke</c>, <c>conversationUpdate</c>, <c>installationUpdate</c>.</param>
/// <param name="ChannelId"><c>msteams</c>.</param>
/// <param name="ServiceUrl">The connector by which the conversation is reached.</param>
/// <param name="LocalTimezone">IANA time zone of the sender's device.</param>
/// <param name="Locale">Such as <c>en-US</c>.</param>
/// <param name="ReplyToId">The message on which something was pressed.</param>
/// <param name="Entities">Mentions and facts of the client.</param>
/// <param name="ChannelData">What only Teams has.</param>
/// <param name="Action">Of an installation: <c>add</c>, <c>remove</c>, <c>add-upgrade</c>, <c>remove-upgrade</c>.</param>
/// <param name="Name">Of an invoke.</param>
/// <param name="Value">Of an invoke, and of a message that a button sent.</param>
public sealed record TeamsActivity(
    string? Type,
    string? Id,
    string? ChannelId,
    string? ServiceUrl,
    string? LocalTimezone,
    string? Locale,
    TeamsAccount? From,
    TeamsAccount? Recipient,
    TeamsConversation? Conversation,
    string? Text,
    string? ReplyToId,
    TeamsEntity[]? Entities,
    TeamsChannelData? ChannelData,
    string? Action,
    string? Name,
    JsonElement Value,
    TeamsAccount[]? MembersAdded,
    TeamsAccount[]? MembersRemoved);

/// <param name="Id"><c>29:...</c> for a person, <c>28:...</c> for a bot.</param>
/// <param name="AadObjectId">The directory object id of a person.</param>
public sealed record TeamsAccount(string? Id, string? Name, string? AadObjectId);

/// <param name="Id">In a channel with <c>;messageid=</c> for the thread.</param>
/// <param name="ConversationType"><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</param>
public sealed record TeamsConversation(string? Id, string? ConversationType, string? TenantId);

/// <param name="Type">Such as <c>mention</c> or <c>clientInfo</c>.</param>
/// <param name="Text">How a mention stands in the text.</param>
/// <param name="Timezone">Of the client.</param>
public sealed record TeamsEntity(string? Type, string? Text, TeamsAccount? Mentioned, string? Timezone);

/// <param name="EventType">Of a conversation update, such as <c>teamMemberRemoved</c>.</param>
public sealed record TeamsChannelData(TeamsNamed? Tenant, TeamsTeam? Team, TeamsNamed? Channel, string? EventType, TeamsChannelSettings? Settings);

/// <param name="SelectedChannel">Where the app was installed.</param>
public sealed record TeamsChannelSettings(TeamsNamed? SelectedChannel);

public sealed record TeamsNamed(string? Id);

/// <param name="AadGroupId">The team's object id in the directory.</param>
public sealed record TeamsTeam(string? Id, string? AadGroupId);
