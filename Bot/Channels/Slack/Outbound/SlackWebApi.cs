using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AlignmentBot.Bot.Channels.Slack.Install;
using AlignmentBot.Bot.Channels.Slack.Wire;

namespace AlignmentBot.Bot.Channels.Slack.Outbound;

/// <summary>
/// The methods of Slack's Web API that the bot uses. What Slack says no to comes back as data (<see cref="SlackResponse.Error"/>);
/// what may pass by itself is a <see cref="ChannelUnavailableException"/>; one without <see cref="ChannelUnavailableException.RetryAfter"/>
/// leaves open whether Slack did it. A workspace that has not installed the app is a <see cref="ChannelRefusedException"/>.
/// Source: docs.slack.dev/apis/web-api
/// </summary>
/// <param name="workspace">Which installation it speaks for, as a <see cref="SlackAddress"/> names it.</param>
public sealed partial class SlackWebApi(HttpClient http, SlackSettings settings, SlackMethodLimits limits, SlackTokens tokens, string? workspace = null)
{
    /// <summary>How many messages one page of a history holds.</summary>
    public const int PageSize = 100;

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <summary>The same methods by another installation's token.</summary>
    public SlackWebApi In(string? other) => other == workspace ? this : new SlackWebApi(http, settings, limits, tokens, other);

    /// <summary>Whose token this is. Source: docs.slack.dev/reference/methods/auth.test</summary>
    public Task<SlackIdentity> AuthTest(CancellationToken ct) => Read("auth.test", [], SlackJson.Default.SlackIdentity, ct);

    /// <summary>About one per second and channel. Source: docs.slack.dev/reference/methods/chat.postMessage</summary>
    public Task<SlackPosted> PostMessage(ReadOnlyMemory<byte> message, CancellationToken ct) =>
        Write("chat.postMessage", message, SlackJson.Default.SlackPosted, ct);

    /// <summary>Own messages only. Source: docs.slack.dev/reference/methods/chat.update</summary>
    public Task<SlackPosted> Update(ReadOnlyMemory<byte> message, CancellationToken ct) =>
        Write("chat.update", message, SlackJson.Default.SlackPosted, ct);

    /// <summary>Seen by one person, who has to be in the channel. Source: docs.slack.dev/reference/methods/chat.postEphemeral</summary>
    public Task<SlackResponse> PostEphemeral(ReadOnlyMemory<byte> message, CancellationToken ct) =>
        Write("chat.postEphemeral", message, SlackJson.Default.SlackResponse, ct);

    /// <summary>The direct conversation with a user; opening it twice gives the same one. Source: docs.slack.dev/reference/methods/conversations.open</summary>
    public Task<SlackOpened> OpenConversation(string user, CancellationToken ct) =>
        Read("conversations.open", [new("users", user)], SlackJson.Default.SlackOpened, ct);

    /// <summary>Newest first, back to <paramref name="oldest"/>. Source: docs.slack.dev/reference/methods/conversations.history</summary>
    public Task<SlackMessages> History(string channel, string oldest, string? cursor, CancellationToken ct) =>
        Read("conversations.history", Page(channel, cursor, new("oldest", oldest)), SlackJson.Default.SlackMessages, ct);

    /// <summary>A thread, oldest first, its first message included. Source: docs.slack.dev/reference/methods/conversations.replies</summary>
    public Task<SlackMessages> Replies(string channel, string thread, string? cursor, CancellationToken ct) =>
        Read("conversations.replies", Page(channel, cursor, new("ts", thread)), SlackJson.Default.SlackMessages, ct);

    /// <summary>An address for one socket; by the app's token. Source: docs.slack.dev/reference/methods/apps.connections.open</summary>
    public Task<SlackConnection> OpenSocket(CancellationToken ct) =>
        Call("apps.connections.open", new FormUrlEncodedContent([]), settings.AppToken!, SlackJson.Default.SlackConnection, ct);

    private static List<KeyValuePair<string, string>> Page(string channel, string? cursor, KeyValuePair<string, string> where)
    {
        var form = new List<KeyValuePair<string, string>>
        {
            new("channel", channel),
            where,
            new("limit", PageSize.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new("include_all_metadata", "true"),
        };
        if (!string.IsNullOrEmpty(cursor))
            form.Add(new("cursor", cursor));
        return form;
    }

    /// <summary>Reads take forms: not every one of them reads JSON reliably.</summary>
    private Task<T> Read<T>(string method, IEnumerable<KeyValuePair<string, string>> form, JsonTypeInfo<T> shape, CancellationToken ct)
        where T : SlackResponse => CallAsBot(method, () => new FormUrlEncodedContent(form), shape, ct);

    private Task<T> Write<T>(string method, ReadOnlyMemory<byte> json, JsonTypeInfo<T> shape, CancellationToken ct)
        where T : SlackResponse => CallAsBot(method, () => new ReadOnlyMemoryContent(json) { Headers = { ContentType = Json } }, shape, ct);

    /// <summary>A token that has just ended is renewed, and the call made once more: Slack did nothing for the old one.</summary>
    private async Task<T> CallAsBot<T>(string method, Func<HttpContent> content, JsonTypeInfo<T> shape, CancellationToken ct)
        where T : SlackResponse
    {
        var token = await tokens.Of(workspace, ct);
        var answer = await Call(method, content(), token.Token, shape, ct);
        return answer.Error is { } error && await tokens.After(error, token, ct) is { } next
            ? await Call(method, content(), next.Token, shape, ct)
            : answer;
    }

    private async Task<T> Call<T>(string method, HttpContent content, string token, JsonTypeInfo<T> shape, CancellationToken ct)
        where T : SlackResponse
    {
        limits.Check(workspace, method);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.Api, method)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var answer = await Send(method, request, shape, ct);
        return SlackErrors.IsPassing(answer.Error) ? throw new ChannelUnavailableException($"{method}: {answer.Error}") : answer;
    }

    private async Task<T> Send<T>(string method, HttpRequestMessage request, JsonTypeInfo<T> shape, CancellationToken ct)
    {
        try
        {
            using var response = await http.SendAsync(request, ct);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                throw limits.Close(workspace, method, response.Headers.RetryAfter?.Delta);
            if (!response.IsSuccessStatusCode)
                throw new ChannelUnavailableException($"{method}: HTTP {(int)response.StatusCode}");
            await using var body = await response.Content.ReadAsStreamAsync(ct);
            return await JsonSerializer.DeserializeAsync(body, shape, ct) ?? throw new ChannelUnavailableException($"{method}: an empty answer");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException
            || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new ChannelUnavailableException($"{method}: no answer ({failure.GetType().Name})", inner: failure);
        }
    }
}
