using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AlignmentBot.Bot.Channels.Slack.Wire;

namespace AlignmentBot.Bot.Channels.Slack.Doctor;

/// <summary>Calls a method once and keeps what stands beside the answer: whose scopes, and what time it is at Slack's.</summary>
public sealed class SlackProbe(HttpClient http, SlackSettings settings)
{
    private const string ScopesHeader = "x-oauth-scopes";

    public async Task<SlackReading<T>> Ask<T>(string method, string token, KeyValuePair<string, string>[] form, JsonTypeInfo<T> shape, CancellationToken ct)
        where T : SlackResponse
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.Api, method)) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await http.SendAsync(request, ct);
            if (!response.IsSuccessStatusCode)
                return new SlackReading<T>(null, $"HTTP {(int)response.StatusCode}", null, response.Headers.Date);
            await using var body = await response.Content.ReadAsStreamAsync(ct);
            return new SlackReading<T>(await JsonSerializer.DeserializeAsync(body, shape, ct), null, Scopes(response), response.Headers.Date);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException
            || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new SlackReading<T>(null, failure.Message, null, null);
        }
    }

    private static IReadOnlyList<string>? Scopes(HttpResponseMessage response) => response.Headers.TryGetValues(ScopesHeader, out var told)
        ? told.SelectMany(line => line.Split(',')).Select(scope => scope.Trim()).ToList()
        : null;
}

/// <summary>What came back.</summary>
/// <param name="Answer">Null when there was none.</param>
/// <param name="NoAnswer">Why there was none.</param>
/// <param name="Scopes">What the token may do; null where Slack does not say.</param>
/// <param name="Date">Slack's clock; null where it does not say.</param>
public sealed record SlackReading<T>(T? Answer, string? NoAnswer, IReadOnlyList<string>? Scopes, DateTimeOffset? Date)
    where T : SlackResponse
{
    public bool Ok => Answer is { Ok: true };

    /// <summary>Slack's error, or why there was no answer.</summary>
    public string Error => Answer?.Error ?? NoAnswer ?? "an empty answer";
}
