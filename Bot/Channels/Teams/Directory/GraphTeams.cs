using System.Net.Http.Headers;
using System.Text.Json;
using AlignmentBot.Bot.Channels.Teams.Outbound;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Teams.Directory;

/// <summary>
/// Who owns a team: the one question that the connector does not answer. Microsoft Graph does, by the permission <c>TeamMember.Read.Group</c>,
/// which the manifest asks for and which holds for the teams alone in which the app is installed.
/// Source: learn.microsoft.com/graph/api/team-list-members; learn.microsoft.com/microsoftteams/platform/graph-api/rsc/resource-specific-consent
/// </summary>
public sealed partial class GraphTeams(HttpClient http, TeamsSettings settings, TeamsTokens tokens, ILogger<GraphTeams> logger)
{
    private const string Owner = "owner";

    /// <returns>Null when it cannot be told: nobody consented, or Graph does not answer.</returns>
    public async Task<bool?> Owns(TeamsPlace place, string account, CancellationToken ct)
    {
        if (place.Group is not { } group || tokens.None)
            return null;
        var token = await tokens.Of(settings.Cloud.GraphScope, place.Tenant, ct);
        if (token.Value is not { } bearer)
            return Unknown(group, token.Error!.Detail);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(settings.Graph, $"teams/{Uri.EscapeDataString(group)}/members?$top=999"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        try
        {
            using var response = await http.SendAsync(request, ct);
            if (!response.IsSuccessStatusCode)
                return Unknown(group, $"HTTP {(int)response.StatusCode}");
            await using var body = await response.Content.ReadAsStreamAsync(ct);
            var people = await JsonSerializer.DeserializeAsync(body, ConnectorJson.Default.GraphMembers, ct);
            return people?.Value?.Any(member => member.UserId == account && member.Roles?.Contains(Owner, StringComparer.OrdinalIgnoreCase) == true);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return Unknown(group, $"no answer ({failure.GetType().Name})");
        }
    }

    private bool? Unknown(string group, string why)
    {
        Log.Unknown(logger, group, why);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Microsoft Graph does not tell the owners of team {Group} ({Why}), so the one who installed the app there may set it up. For owners, see that the app's permissions are granted: the team's Manage apps, AlignmentBot, Permissions.")]
        public static partial void Unknown(ILogger logger, string group, string why);
    }
}
