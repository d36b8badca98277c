using System.Text.Json;
using AlignmentBot.Bot.Channels.Slack.Wire;

namespace AlignmentBot.Bot.Channels.Slack.Install;

/// <summary>Buys tokens. Source: docs.slack.dev/authentication/installing-with-oauth and docs.slack.dev/authentication/using-token-rotation</summary>
public sealed class SlackOAuth(HttpClient http, SlackApp app, SlackSettings settings)
{
    private const string Method = "oauth.v2.access";

    /// <summary>The page on which a person lets the app in.</summary>
    /// <param name="state">Comes back with the person.</param>
    public Uri AuthorizePage(string state, IEnumerable<string> scopes)
    {
        var query = QueryString.Create(
        [
            KeyValuePair.Create<string, string?>("client_id", app.ClientId),
            KeyValuePair.Create<string, string?>("scope", string.Join(',', scopes)),
            KeyValuePair.Create<string, string?>("redirect_uri", app.RedirectUri),
            KeyValuePair.Create<string, string?>("state", state),
        ]);
        return new Uri(settings.Api, "../oauth/v2/authorize" + query);
    }

    /// <param name="code">As it came with the person; good for 10 minutes, once.</param>
    /// <exception cref="ChannelUnavailableException">Slack did not answer.</exception>
    public Task<SlackGrant> Exchange(string code, CancellationToken ct) =>
        Buy([new("code", code), new("redirect_uri", app.RedirectUri)], ct);

    /// <param name="refreshToken">Worthless afterwards.</param>
    /// <exception cref="ChannelUnavailableException">Slack did not answer; the token may be worthless all the same.</exception>
    public Task<SlackGrant> Refresh(string refreshToken, CancellationToken ct) =>
        Buy([new("grant_type", "refresh_token"), new("refresh_token", refreshToken)], ct);

    private async Task<SlackGrant> Buy(KeyValuePair<string, string>[] form, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.Api, Method)) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = app.Credentials;
        try
        {
            using var response = await http.SendAsync(request, ct);
            if (!response.IsSuccessStatusCode)
                throw new ChannelUnavailableException($"{Method}: HTTP {(int)response.StatusCode}", response.Headers.RetryAfter?.Delta);
            await using var body = await response.Content.ReadAsStreamAsync(ct);
            return await JsonSerializer.DeserializeAsync(body, SlackJson.Default.SlackGrant, ct) ?? throw new ChannelUnavailableException($"{Method}: an empty answer");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException
            || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new ChannelUnavailableException($"{Method}: no answer ({failure.GetType().Name})", inner: failure);
        }
    }
}
