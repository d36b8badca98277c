using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Channels.Teams;

/// <summary>The addresses of one of Microsoft's clouds.
/// Sources: learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication; learn.microsoft.com/azure/bot-service/how-to-deploy-gov-cloud-high;
/// learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages</summary>
/// <param name="Issuer">Who signs what comes in.</param>
/// <param name="OpenIdMetadata">Where its keys are announced.</param>
/// <param name="Authority">Where tokens for what goes out come from.</param>
/// <param name="Scope">What they are for.</param>
/// <param name="SharedTenant">The tenant behind multi-tenant bots.</param>
/// <param name="FirstService">The connector for a first contact; afterwards the address that came in counts.</param>
/// <param name="Services">Where connectors are.</param>
public sealed record TeamsCloud(string Name, string Issuer, Uri OpenIdMetadata, Uri Authority, string Scope, string SharedTenant, Uri FirstService, ValueList<Uri> Services)
{
    /// <summary>Microsoft Graph. Source: learn.microsoft.com/graph/deployments</summary>
    public required Uri Graph { get; init; }

    /// <summary>Teams for people, where links lead.</summary>
    public required Uri Client { get; init; }

    /// <summary>What a token for Graph is asked for by.</summary>
    public string GraphScope => Graph.GetLeftPart(UriPartial.Authority) + "/.default";

    public static readonly TeamsCloud Public = new(
        "Public",
        "https://api.botframework.com",
        new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        new Uri("https://login.microsoftonline.com/"),
        "https://api.botframework.com/.default",
        "botframework.com",
        new Uri("https://smba.trafficmanager.net/teams/"),
        [new Uri("https://smba.trafficmanager.net/"), new Uri("https://smba.infra.gcc.teams.microsoft.com/")])
    {
        Graph = new Uri("https://graph.microsoft.com/v1.0/"),
        Client = new Uri("https://teams.microsoft.com/"),
    };

    public static readonly TeamsCloud UsGov = new(
        "USGov",
        "https://api.botframework.us",
        new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        new Uri("https://login.microsoftonline.us/"),
        "https://api.botframework.us/.default",
        "MicrosoftServices.onmicrosoft.us",
        new Uri("https://smba.infra.gov.teams.microsoft.us/teams/"),
        [new Uri("https://smba.infra.gov.teams.microsoft.us/"), new Uri("https://smba.infra.dod.teams.microsoft.us/")])
    {
        Graph = new Uri("https://graph.microsoft.us/v1.0/"),
        Client = new Uri("https://gov.teams.microsoft.us/"),
    };

    public static TeamsCloud? Find(string? name) =>
        new[] { Public, UsGov }.FirstOrDefault(cloud => string.Equals(cloud.Name, name?.Trim(), StringComparison.OrdinalIgnoreCase));
}
