using System.Net;
using AlignmentBot.Bot.Channels.Teams.Wire;
using Microsoft.Net.Http.Headers;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>Decides who may post: first by the token alone, then by what the activity says of itself.</summary>
public sealed class TeamsGate(TeamsSettings settings, InboundTokens tokens)
{
    private const string Channel = "msteams";

    /// <returns>Null when nobody may enter like this.</returns>
    /// <exception cref="KeysUnavailableException">It cannot be told.</exception>
    public async ValueTask<TeamsPass?> Admit(HttpRequest request, CancellationToken ct)
    {
        var header = request.Headers.Authorization;
        if (header.Count == 0)
            return settings.Anonymous && ComesFromToolHere(request) ? TeamsPass.Anonymous : null;
        return header.Count == 1 && await tokens.Read(header[0] ?? string.Empty, ct) is { } token ? new TeamsPass(token) : null;
    }

    /// <returns>A few words for the log when the activity is not one that this pass allows; else null.</returns>
    public string? Fault(TeamsPass pass, TeamsActivity activity)
    {
        if (activity.ChannelId != Channel)
            return "not of Teams";
        if (pass.Token is { } token && !token.Endorsements.Contains(Channel))
            return "the key is not endorsed for Teams";
        if (!Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var service) || !settings.MayCall(service))
            return "the service address is not allowed";
        if (pass.Token is { } signed && !IsSame(signed.ServiceUrl, activity.ServiceUrl))
            return "the token is for another service address";
        return settings.Serves(TenantOf(activity)) ? null : "the tenant is not served";
    }

    /// <summary>Whose conversation it is; null when it does not say, or says two things.</summary>
    internal static string? TenantOf(TeamsActivity activity) => (activity.ChannelData?.Tenant?.Id, activity.Conversation?.TenantId) switch
    {
        ({ } one, { } other) when !string.Equals(one, other, StringComparison.OrdinalIgnoreCase) => null,
        var (one, other) => one ?? other,
    };

    private static bool IsSame(string? claimed, string? said) =>
        claimed is not null && said is not null && string.Equals(claimed.TrimEnd('/'), said.TrimEnd('/'), StringComparison.Ordinal);

    /// <summary>A page in a browser and a tunnel to this machine are no local tools: the one sends its origin, the other another host or for whom it forwards.</summary>
    private static bool ComesFromToolHere(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && (request.Host.Host == "localhost" || (IPAddress.TryParse(request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host)))
        && !request.Headers.ContainsKey(HeaderNames.Origin)
        && !request.Headers.ContainsKey("Forwarded")
        && !request.Headers.ContainsKey("X-Forwarded-For")
        && request.HasJsonContentType();
}

/// <summary>Leave to post.</summary>
/// <param name="Token">Null for a tool on this machine.</param>
public sealed record TeamsPass(InboundToken? Token)
{
    public static readonly TeamsPass Anonymous = new(Token: null);
}
