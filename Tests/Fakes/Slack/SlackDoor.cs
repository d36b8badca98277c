using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AlignmentBot.Tests.Fakes.Slack;

/// <summary>Posts to the bot as Slack does: signed, by the same clock.</summary>
/// <param name="slack">Gives triggers and response addresses to commands; null where somebody else does.</param>
public sealed class SlackDoor(HttpClient http, FakeSlack? slack)
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>What Slack would put on this body at this moment.</summary>
    public static string Sign(string body, string timestamp, string secret = Secret) => "v0=" + Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")));

    public static string Timestamp(TimeSpan ago = default) => (Now - ago).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public Task<SlackReply> Event(JsonObject happened, string id) => Json(new JsonObject
    {
        ["type"] = "event_callback",
        ["team_id"] = "T0TEAM",
        ["api_app_id"] = "A0APP",
        ["event_id"] = id,
        ["event"] = happened,
    });

    public Task<SlackReply> Json(JsonObject body) => Send(body.ToJsonString(), "application/json");

    public Task<SlackReply> Interaction(JsonObject payload) =>
        Send("payload=" + Uri.EscapeDataString(payload.ToJsonString()).Replace("%20", "+", StringComparison.Ordinal), "application/x-www-form-urlencoded");

    public Task<SlackReply> Slash(string user, string channel, string text) => Form(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["token"] = "old",
        ["team_id"] = "T0TEAM",
        ["channel_id"] = channel,
        ["user_id"] = user,
        ["command"] = "/mql",
        ["text"] = text,
        ["response_url"] = ResponseUrl(user, channel),
        ["trigger_id"] = slack!.Workspace.NewTrigger(),
    });

    public Task<SlackReply> Form(IEnumerable<KeyValuePair<string, string>> fields) =>
        Send(string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}")), "application/x-www-form-urlencoded");

    public string ResponseUrl(string user, string channel) => new Uri(slack!.Address, $"/response/{user}/{channel}").ToString();

    public Task<SlackReply> Send(string body, string type)
    {
        var timestamp = Timestamp();
        return Send(body, type, timestamp, Sign(body, timestamp));
    }

    public async Task<SlackReply> Send(string body, string type, string? timestamp, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/events") { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (timestamp is not null)
            request.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", timestamp);
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("X-Slack-Signature", signature);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return new SlackReply((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}

/// <summary>What the bot answered.</summary>
public sealed record SlackReply(int Status, string Body)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public string Words => FakeBlocks.Words(Json["blocks"] ?? Json["view"]);
}
