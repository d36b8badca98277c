namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>Where a call of the connector goes.</summary>
/// <param name="ServiceUrl">The connector's address, as Teams told it.</param>
/// <param name="Tenant">Whose limits it counts against.</param>
/// <param name="Conversation">The conversation, with its thread where one is meant.</param>
public sealed record TeamsTarget(string ServiceUrl, string Tenant, string Conversation);
