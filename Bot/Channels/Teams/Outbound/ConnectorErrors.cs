using System.Net;

namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>What Teams' answers mean for what we do next.
/// Source: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages, status codes</summary>
public static class ConnectorErrors
{
    /// <summary>Parked: Teams failed with a 500.</summary>
    public const string ServiceError = "service_error";

    /// <summary>Parked: the message may or may not stand in Teams, twice over.</summary>
    public const string Ambiguous = "ambiguous";

    /// <summary>The service address is on no list of addresses that get our token.</summary>
    public const string NotAllowed = "service_url_not_allowed";

    /// <summary>How long to wait for a person to put right what only they can.</summary>
    private static readonly TimeSpan ForAnAdmin = TimeSpan.FromMinutes(1);

    /// <summary>Reasons that may have passed after an hour.</summary>
    public static Domain.ValueList<string> Passing { get; } = [ServiceError, Ambiguous];

    /// <param name="code">Teams' own code, or null where it gave none.</param>
    public static ConnectorError Of(HttpStatusCode status, string? code, string? said, TimeSpan? retryAfter)
    {
        var number = (int)status;
        var detail = $"HTTP {number} {code} {said}".TrimEnd();
        return status switch
        {
            HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests => new(ConnectorFault.NotDone, code ?? $"http_{number}", detail, retryAfter ?? TimeSpan.Zero),
            HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => new(ConnectorFault.Doubtful, code ?? $"http_{number}", detail, retryAfter),
            HttpStatusCode.Unauthorized => new(ConnectorFault.NeedsAdmin, code ?? "http_401", detail),
            >= HttpStatusCode.InternalServerError => new(ConnectorFault.Failed, ServiceError, detail),
            _ => new(ConnectorFault.Refused, code ?? $"http_{number}", detail),
        };
    }

    /// <summary>What an admin has to do, or null when nothing helps.</summary>
    public static string? Remedy(ConnectorError error) => error switch
    {
        { Fault: ConnectorFault.NeedsAdmin, Code: "invalid_client" } =>
            "The client secret or certificate is not valid, or has ended. Make a new one: Microsoft Entra admin center, App registrations, your app, Certificates & secrets; put its value into Teams:ClientSecret and restart the bot.",
        { Fault: ConnectorFault.NeedsAdmin, Code: "unauthorized_client" or "invalid_request" } =>
            "Teams:AppId or Teams:TenantId is not right. Copy both from the Azure Bot resource, Configuration, and restart the bot.",
        { Fault: ConnectorFault.NeedsAdmin } =>
            "Teams does not know the bot by its token. See whether Teams:AppId is the one of the Azure Bot resource, Configuration, and whether Microsoft Teams stands among its Channels.",
        { Code: NotAllowed } => "If the address is right, add it to Teams:AllowedServiceUrls.",
        _ => null,
    };

    /// <summary>The exception for a call whose repetition harms nobody.</summary>
    public static Exception Exception(string call, ConnectorError error) => error.Fault switch
    {
        ConnectorFault.NotDone => new ChannelUnavailableException($"{call}: {error.Detail}", error.RetryAfter ?? TimeSpan.Zero),
        ConnectorFault.Doubtful => new ChannelUnavailableException($"{call}: {error.Detail}", error.RetryAfter),
        ConnectorFault.NeedsAdmin => new ChannelUnavailableException($"{call}: {error.Detail} {Remedy(error)}", ForAnAdmin),
        ConnectorFault.Failed or ConnectorFault.Refused => new ChannelRefusedException(error.Code),
    };
}
