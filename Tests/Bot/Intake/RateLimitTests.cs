namespace AlignmentBot.Tests.Bot.Intake;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Key_that_asks_too_often_is_told_when_to_come_back()
    {
        await using var bot = await ApiBot.Start("--Api:RequestsPerSecond", "1", "--Api:Burst", "2");

        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => bot.Get("/api/leads", ApiBot.Key)));
        var other = await bot.Get("/api/leads", ApiBot.ReadKey);

        Assert.Contains(replies, reply => reply.Status == 200);
        var refused = replies.First(reply => reply.Status == 429);
        Assert.Equal(("too_many_requests", "application/problem+json"), (refused.Code, refused.ContentType));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("send many leads as one batch", refused.Detail, StringComparison.Ordinal);
        Assert.Equal(200, other.Status);
    }

    [Fact]
    public async Task Batch_counts_as_one_request()
    {
        await using var bot = await ApiBot.Start("--Api:RequestsPerSecond", "1", "--Api:Burst", "1");
        var lines = string.Join('\n', Enumerable.Range(0, 100).Select(number => $$"""{"externalId":"r-{{number}}"}"""));

        var reply = await bot.Post("/api/leads/batch", lines, contentType: "application/x-ndjson");

        Assert.Equal(200, reply.Status);
        Assert.Equal(100, reply.Lines.Count(line => line.GetProperty("status").GetString() == "incomplete"));
    }
}
