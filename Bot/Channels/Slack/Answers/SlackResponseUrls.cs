using System.Net.Http.Headers;

namespace AlignmentBot.Bot.Channels.Slack.Answers;

/// <summary>
/// Answers by the address that came with an interaction: 30 minutes, five times, without a token.
/// Source: docs.slack.dev/interactivity/handling-user-interaction
/// </summary>
public sealed class SlackResponseUrls(HttpClient http, SlackSettings settings)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <summary>The address, or null when it is not one of Slack's: nothing is ever posted to anybody else.</summary>
    public Uri? Trusted(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsSlack(uri) ? uri : null;

    /// <returns>False when the answer did not get through.</returns>
    public async Task<bool> Post(Uri address, ReadOnlyMemory<byte> answer, CancellationToken ct)
    {
        using var content = new ReadOnlyMemoryContent(answer);
        content.Headers.ContentType = Json;
        try
        {
            using var response = await http.PostAsync(address, content, ct);
            return response.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>A Web API on this machine (a simulator) has its response addresses on this machine too.</summary>
    private bool IsSlack(Uri uri) => settings.Api.IsLoopback
        ? uri.IsLoopback
        : uri is { Scheme: "https", IsDefaultPort: true, Host: "hooks.slack.com" or "hooks.slack-gov.com" };
}
