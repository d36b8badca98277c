using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>
/// The calls of the Bot Connector that the bot uses. Whatever goes wrong comes back as data (<see cref="ConnectorError"/>). The bot's token
/// goes to allowed addresses only. Source: learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
/// </summary>
public sealed class ConnectorRest(HttpClient http, TeamsSettings settings, TeamsTokens tokens, ConnectorLimits limits)
{
    /// <summary>How many people one page holds.</summary>
    public const int PageSize = 200;

    private const string Prefix = "v3/conversations";

    /// <summary>Updates may be answered without a word.</summary>
    private static readonly byte[] Nothing = "{}"u8.ToArray();

    /// <summary>Tenants in Microsoft's cloud for governments are served elsewhere. Source: as of <see cref="ConnectorErrors"/>, InvalidBotApiHost</summary>
    private static readonly Uri GccHost = new("https://smba.infra.gcc.teams.microsoft.com/teams/");

    /// <summary>Starts a chat with one person, or a thread in a channel. Of a chat it gives the same one again; a thread is a new one each time.</summary>
    public Task<ConnectorAnswer<ConnectorCreated>> Create(TeamsTarget to, ReadOnlyMemory<byte> parameters, CancellationToken ct) =>
        Call(HttpMethod.Post, ConnectorUse.Create, to, Prefix, parameters, ConnectorJson.Default.ConnectorCreated, ct);

    /// <summary>Posts into a conversation or thread. Not repeatable: twice asked is twice posted.</summary>
    public Task<ConnectorAnswer<ConnectorPosted>> Post(TeamsTarget to, ReadOnlyMemory<byte> activity, CancellationToken ct) =>
        Call(HttpMethod.Post, ConnectorUse.Send, to, $"{Of(to)}/activities", activity, ConnectorJson.Default.ConnectorPosted, ct);

    /// <summary>Replaces one of our messages. It keeps its place and notifies nobody.</summary>
    public Task<ConnectorAnswer<ConnectorPosted>> Put(TeamsTarget to, string activity, ReadOnlyMemory<byte> body, CancellationToken ct) =>
        Call(HttpMethod.Put, ConnectorUse.Send, to, $"{Of(to)}/activities/{Escaped(activity)}", body, ConnectorJson.Default.ConnectorPosted, ct);

    /// <param name="from">Where the page starts, as the one before told; null for the first.</param>
    public Task<ConnectorAnswer<ConnectorMembers>> MemberPage(TeamsTarget of, string? from, CancellationToken ct)
    {
        var page = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Of(of)}/pagedmembers?pageSize={PageSize}");
        return Call(HttpMethod.Get, ConnectorUse.Read, of, from is null ? page : $"{page}&continuationToken={Escaped(from)}", null, ConnectorJson.Default.ConnectorMembers, ct);
    }

    /// <param name="user">By what Teams calls them towards this bot, or by directory object id.</param>
    public Task<ConnectorAnswer<ConnectorMember>> Member(TeamsTarget of, string user, CancellationToken ct) =>
        Call(HttpMethod.Get, ConnectorUse.Read, of, $"{Of(of)}/members/{Escaped(user)}", null, ConnectorJson.Default.ConnectorMember, ct);

    public Task<ConnectorAnswer<ConnectorTeam>> Team(TeamsTarget of, string team, CancellationToken ct) =>
        Call(HttpMethod.Get, ConnectorUse.Read, of, $"v3/teams/{Escaped(team)}", null, ConnectorJson.Default.ConnectorTeam, ct);

    public Task<ConnectorAnswer<ConnectorChannels>> Channels(TeamsTarget of, string team, CancellationToken ct) =>
        Call(HttpMethod.Get, ConnectorUse.Read, of, $"v3/teams/{Escaped(team)}/conversations", null, ConnectorJson.Default.ConnectorChannels, ct);

    private static string Of(TeamsTarget target) => $"{Prefix}/{Escaped(target.Conversation)}";

    /// <summary>Ids hold colons, at signs and semicolons.</summary>
    private static string Escaped(string id) => Uri.EscapeDataString(id);

    private async Task<ConnectorAnswer<T>> Call<T>(
        HttpMethod method, ConnectorUse use, TeamsTarget to, string path, ReadOnlyMemory<byte>? body, JsonTypeInfo<T> shape, CancellationToken ct)
        where T : class
    {
        if (!Uri.TryCreate(to.ServiceUrl.TrimEnd('/') + "/", UriKind.Absolute, out var service) || !settings.MayCall(service))
            return new ConnectorError(ConnectorFault.Refused, ConnectorErrors.NotAllowed, $"{to.ServiceUrl} is not allowed");
        if (await limits.Wait(use, to.Tenant, to.Conversation, ct) is { } wait)
            return new ConnectorError(ConnectorFault.NotDone, "paced", "Teams' limit for this thread is reached", wait);

        var answer = await Authorised(service, method, path, body, shape, ct);
        return answer.Error is { Code: "InvalidBotApiHost" } && settings.MayCall(GccHost)
            ? await Authorised(GccHost, method, path, body, shape, ct)
            : answer;
    }

    /// <summary>A token that is turned down is renewed, and the call made once more: Teams did nothing for the old one.</summary>
    private async Task<ConnectorAnswer<T>> Authorised<T>(
        Uri service, HttpMethod method, string path, ReadOnlyMemory<byte>? body, JsonTypeInfo<T> shape, CancellationToken ct)
        where T : class
    {
        if (tokens.None)
            return await Send(service, method, path, body, null, shape, ct);
        var token = await tokens.Of(settings.Cloud.Scope, null, ct);
        if (token.Error is { } none)
            return none;
        var answer = await Send(service, method, path, body, token.Value, shape, ct);
        if (answer.Error is not { Fault: ConnectorFault.NeedsAdmin })
            return answer;
        var next = await tokens.Another(token.Value!, settings.Cloud.Scope, null, ct);
        return next.Error ?? await Send(service, method, path, body, next.Value, shape, ct);
    }

    private async Task<ConnectorAnswer<T>> Send<T>(
        Uri service, HttpMethod method, string path, ReadOnlyMemory<byte>? body, string? token, JsonTypeInfo<T> shape, CancellationToken ct)
        where T : class
    {
        using var request = new HttpRequestMessage(method, new Uri(service, path));
        using var content = body is { } json ? new SentContent(json) : null;
        request.Content = content;
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await http.SendAsync(request, ct);
            return await Read(response, shape, ct);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            var fault = content is { Left: false } ? ConnectorFault.NotDone : ConnectorFault.Doubtful;
            return new ConnectorError(fault, "no_answer", $"no answer ({failure.GetType().Name})");
        }
    }

    private static async Task<ConnectorAnswer<T>> Read<T>(HttpResponseMessage response, JsonTypeInfo<T> shape, CancellationToken ct)
        where T : class
    {
        var body = await response.Content.ReadAsByteArrayAsync(ct);
        if (response.IsSuccessStatusCode)
            return new ConnectorAnswer<T>(JsonSerializer.Deserialize(body.Length == 0 ? Nothing : body, shape), null);
        var reason = Reason(body);
        return ConnectorErrors.Of(response.StatusCode, reason?.Code, reason?.Message, RetryAfter(response));
    }

    /// <summary>An error page of a server on the way is no reason of Teams.</summary>
    private static ConnectorFailureReason? Reason(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ConnectorJson.Default.ConnectorFailure)?.Error;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => seconds,
        { Date: { } date } => date - (response.Headers.Date ?? date),
        _ => null,
    };
}
