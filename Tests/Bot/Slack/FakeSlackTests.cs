using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>The fake refuses what Slack would: a guard is seen to fail.</summary>
public sealed class FakeSlackTests
{
    private static readonly JsonObject Good = new()
    {
        ["channel"] = "C1",
        ["text"] = "Hello",
        ["blocks"] = new JsonArray(new JsonObject { ["type"] = "divider" }),
    };

    [Fact]
    public Task Good_message_passes() => Posted("chat.postMessage", Good, FakeSlack.BotToken, fault: null);

    [Fact]
    public Task Unannounced_method_fails() => Posted("chat.delete", Good, FakeSlack.BotToken, "chat.delete was not announced");

    [Fact]
    public Task Wrong_token_fails() => Posted("chat.postMessage", Good, "xoxb-other", "wrong token");

    [Fact]
    public Task Unknown_argument_fails() => Posted("chat.postMessage", With("username", "me"), FakeSlack.BotToken, "unknown argument username");

    [Fact]
    public Task Broken_block_fails() =>
        Posted("chat.postMessage", With("blocks", new JsonArray(new JsonObject { ["type"] = "marquee" })), FakeSlack.BotToken, "no such block");

    [Fact]
    public Task Reply_below_nothing_fails() => Posted("chat.postMessage", With("thread_ts", "1.1"), FakeSlack.BotToken, "is no message of C1");

    [Fact]
    public async Task Hurry_fails()
    {
        var slack = await FakeSlack.Start();
        slack.Gap = TimeSpan.FromSeconds(1);
        using var http = new HttpClient();
        await Post(http, slack, "chat.postMessage", Good, FakeSlack.BotToken);
        await Post(http, slack, "chat.postMessage", Good, FakeSlack.BotToken);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await slack.DisposeAsync());
        Assert.Contains("after the last message in C1", failure.Message, StringComparison.Ordinal);
    }

    private static JsonObject With(string name, JsonNode value)
    {
        var changed = Good.DeepClone().AsObject();
        changed[name] = value;
        return changed;
    }

    private static async Task Posted(string method, JsonObject body, string token, string? fault)
    {
        var slack = await FakeSlack.Start();
        using var http = new HttpClient();
        await Post(http, slack, method, body, token);

        var failure = await Record.ExceptionAsync(async () => await slack.DisposeAsync());
        Assert.Equal(fault is null, failure is null);
        Assert.Contains(fault ?? string.Empty, failure?.Message ?? string.Empty, StringComparison.Ordinal);
    }

    private static async Task Post(HttpClient http, FakeSlack slack, string method, JsonObject body, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(slack.Api, method)) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
