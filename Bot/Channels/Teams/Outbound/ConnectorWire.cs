using System.Text.Json;
using System.Text.Json.Serialization;

namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>What the connector answers; only what we read.
/// Source: learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ConnectorCreated))]
[JsonSerializable(typeof(ConnectorPosted))]
[JsonSerializable(typeof(ConnectorMembers))]
[JsonSerializable(typeof(ConnectorMember))]
[JsonSerializable(typeof(ConnectorTeam))]
[JsonSerializable(typeof(ConnectorChannels))]
[JsonSerializable(typeof(ConnectorFailure))]
[JsonSerializable(typeof(GraphMembers))]
public sealed partial class ConnectorJson : JsonSerializerContext;

/// <param name="Id">The new conversation: a chat, or a thread with <c>;messageid=</c>.</param>
/// <param name="ActivityId">Of a thread, its first message; null for a chat.</param>
public sealed record ConnectorCreated(string? Id, string? ActivityId);

/// <param name="Id">The activity; of an update the same again, where it is named at all.</param>
public sealed record ConnectorPosted(string? Id);

/// <param name="ContinuationToken">Where the next page starts; null or empty at the end.</param>
public sealed record ConnectorMembers(string? ContinuationToken, ConnectorMember[]? Members);

/// <summary>Somebody in a conversation.</summary>
/// <param name="Id">What Teams calls them towards this bot, such as <c>29:1abc</c>.</param>
/// <param name="AadObjectId">The directory object id; some answers call it <paramref name="ObjectId"/>.</param>
/// <param name="UserRole">Such as <c>user</c>, <c>guest</c> or <c>anonymous</c>.</param>
public sealed record ConnectorMember(string? Id, string? Name, string? AadObjectId, string? ObjectId, string? Email, string? UserPrincipalName, string? TenantId, string? UserRole)
{
    public string? Account => AadObjectId ?? ObjectId;
}

/// <param name="Id">The team's conversation id, which is that of its General channel.</param>
public sealed record ConnectorTeam(string? Id, string? Name, string? AadGroupId);

public sealed record ConnectorChannels(ConnectorChannel[]? Conversations);

/// <param name="Name">Null for the channel General.</param>
public sealed record ConnectorChannel(string? Id, string? Name);

public sealed record ConnectorFailure(ConnectorFailureReason? Error);

public sealed record ConnectorFailureReason(string? Code, string? Message);

/// <summary>People of a team. Source: learn.microsoft.com/graph/api/team-list-members</summary>
public sealed record GraphMembers(GraphMember[]? Value);

/// <param name="UserId">The directory object id.</param>
/// <param name="Roles"><c>owner</c>, or nothing for a plain member.</param>
public sealed record GraphMember(string? UserId, string[]? Roles);
