using System.Globalization;
using System.Net.Sockets;
using System.Text;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Bot.Intake;

public sealed class BatchTests(ApiBot bot) : IClassFixture<ApiBot>
{
    [Fact]
    public async Task Every_line_is_answered_in_order_with_its_number()
    {
        await bot.HandOver("known");

        var reply = await Post("""
            {"email":"b1@example.com","company":{"name":"Example Ltd"}}
            {"email":"b2@example.com"}

            {"email":"known@example.com"}
            {"email":"b4","score":820}
            {"email":
            {"email":"b6@example.com","company":{"name":"Example Ltd"}}

            """);

        Assert.Equal((200, "application/x-ndjson"), (reply.Status, reply.ContentType));
        Assert.Equal(
            ["1 offered", "2 incomplete", "4 merged", "5 invalid", "6 invalid", "7 offered"],
            reply.Lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.GetProperty("line").GetInt32()} {line.GetProperty("status").GetString()}")));
        Assert.Equal(["#/email", "#/score"], reply.Lines[3].GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()));
        Assert.StartsWith("This is not JSON from line 1, byte 10 on:", reply.Lines[4].GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(["company.name"], reply.Lines[1].GetProperty("missing").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal($"{bot.Http.BaseAddress}api/leads/{reply.Lines[0].GetProperty("id").GetString()}", reply.Lines[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task First_line_about_a_person_makes_the_lead_and_later_ones_are_merged()
    {
        var lines = Enumerable.Range(0, 200).Select(number => $$"""{"email":"twin{{number % 10}}@example.com","title":"T{{number}}"}""");

        var reply = await Post(string.Join('\n', lines));

        Assert.All(reply.Lines.Take(10), line => Assert.Equal("incomplete", line.GetProperty("status").GetString()));
        Assert.All(reply.Lines.Skip(10), line => Assert.Equal("merged", line.GetProperty("status").GetString()));
        Assert.Equal(10, reply.Lines.Select(line => line.GetProperty("id").GetString()).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Windows_line_ends_and_a_last_line_without_one_are_read()
    {
        var reply = await Post("{\"externalId\":\"crlf-1\"}\r\n\r\n{\"externalId\":\"crlf-2\"}");

        Assert.Equal([1, 3], reply.Lines.Select(line => line.GetProperty("line").GetInt32()));
        Assert.All(reply.Lines, line => Assert.Equal("incomplete", line.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task Empty_batch_has_an_empty_answer()
    {
        var reply = await Post("\n\n");

        Assert.Equal((200, string.Empty), (reply.Status, reply.Body));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Line_that_is_too_long_is_answered_and_read_over(bool last)
    {
        var fits = """{"externalId":"long-1"}""".PadRight(256 * 1024);
        var tooLong = """{"externalId":"long-2"}""".PadRight(700 * 1024);
        string[] lines = last ? [fits, """{"externalId":"long-3"}""", tooLong] : [tooLong, fits, """{"externalId":"long-3"}"""];

        var reply = await Post(string.Join('\n', lines));

        Assert.Equal(3, reply.Lines.Count);
        var refused = reply.Lines[last ? 2 : 0];
        Assert.Equal(("invalid", "A line may have 256 KB at most. Shorten its texts, or send fewer activities and fields."), (refused.GetProperty("status").GetString(), refused.GetProperty("detail").GetString()));
        Assert.Equal(2, reply.Lines.Count(line => line.TryGetProperty("id", out _)));
    }

    [Fact]
    public async Task Ten_thousand_lines_are_taken_and_one_more_is_not()
    {
        await using var own = await ApiBot.Start();
        var body = new StringBuilder();
        for (var number = 1; number <= 10_002; number++)
            body.Append(CultureInfo.InvariantCulture, $$"""{"company":{"name":"Example Ltd"},"email":"n{{number}}@example.com"}""").Append('\n');

        var reply = await own.Post("/api/leads/batch", body.ToString(), contentType: "application/x-ndjson");

        Assert.Equal(Enumerable.Range(1, 10_001), reply.Lines.Select(line => line.GetProperty("line").GetInt32()));
        Assert.All(reply.Lines.Take(10_000), line => Assert.Equal("offered", line.GetProperty("status").GetString()));
        Assert.Equal("The batch has more than 10,000 lines. From this line on nothing was read; send these lines as another batch.", reply.Lines[^1].GetProperty("detail").GetString());
        Assert.NotNull(await own.Store.FindOpenLead(SamplePod.Emea.Id, "n10000@example.com", null, ApiBot.Ct));
        Assert.Null(await own.Store.FindOpenLead(SamplePod.Emea.Id, "n10001@example.com", null, ApiBot.Ct));
    }

    [Fact]
    public async Task Batch_that_says_it_is_too_large_is_refused_whole()
    {
        var reply = await bot.Post("/api/leads/batch", new ByteArrayContent(Large(16 * 1024 * 1024 + 1)), contentType: "application/x-ndjson");

        Assert.Equal((413, "too_large"), (reply.Status, reply.Code));
        Assert.Equal("A batch may have 16 MB at most. Send it as several batches.", reply.Detail);
    }

    [Fact]
    public async Task Batch_of_16_MB_is_read()
    {
        var reply = await bot.Post("/api/leads/batch", new ByteArrayContent(Large(16 * 1024 * 1024)), contentType: "application/x-ndjson");

        Assert.Equal(200, reply.Status);
        Assert.All(reply.Lines, line => Assert.True(line.TryGetProperty("id", out _)));
    }

    [Fact]
    public async Task Batch_that_grows_too_large_says_from_which_line_on()
    {
        var reply = await bot.Post("/api/leads/batch", new ChunkedContent(Large(17 * 1024 * 1024)), contentType: "application/x-ndjson");

        Assert.Equal(200, reply.Status);
        Assert.All(reply.Lines.SkipLast(1), line => Assert.True(line.TryGetProperty("id", out _)));
        Assert.Equal("The batch has more than 16 MB. From this line on nothing was read; send these lines as another batch.", reply.Lines[^1].GetProperty("detail").GetString());
        Assert.Equal(Enumerable.Range(1, reply.Lines.Count), reply.Lines.Select(line => line.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Batch_sent_again_under_its_key_changes_nothing()
    {
        const string body = """
            {"externalId":"again-1","firstName":"Ann"}
            {"externalId":"again-2","firstName":"Bob"}
            """;

        var first = await Post(body, "batch-1");
        var again = await Post(body, "batch-1");

        Assert.Equal(first.Body, again.Body);
        Assert.Single(await bot.Store.History(new(first.Lines[0].GetProperty("id").GetString()!), ApiBot.Ct));
    }

    [Fact]
    public async Task Changed_line_under_the_same_key_is_refused_alone()
    {
        await Post("""
            {"externalId":"changed-1","firstName":"Ann"}
            {"externalId":"changed-2","firstName":"Bob"}
            """, "batch-2");

        var again = await Post("""
            {"externalId":"changed-1","firstName":"Ann"}
            {"externalId":"changed-2","firstName":"Bill"}
            """, "batch-2");

        Assert.Equal(["incomplete", "refused"], again.Lines.Select(line => line.GetProperty("status").GetString()));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task Other_content_type_is_refused(string contentType)
    {
        var reply = await bot.Post("/api/leads/batch", "{}", contentType: contentType);

        Assert.Equal(415, reply.Status);
        Assert.Equal("The body is not in a form that is read here. Send it in UTF-8 as application/x-ndjson, without compression.", reply.Detail);
    }

    [Fact]
    public async Task Line_is_answered_while_the_batch_still_comes_in()
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(bot.Http.BaseAddress!.Host, bot.Http.BaseAddress.Port, ApiBot.Ct);
        await using var stream = tcp.GetStream();
        using var reader = new StreamReader(stream);

        await Write($"POST /api/leads/batch HTTP/1.1\r\nHost: bot\r\nAuthorization: Bearer {ApiBot.Key}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
        await Chunk("""{"externalId":"stream-1"}""" + "\n");
        var first = await NextAnswer();
        await Chunk("""{"externalId":"stream-2"}""" + "\n");
        var second = await NextAnswer();
        await Write("0\r\n\r\n");

        Assert.StartsWith("{\"line\":1,\"status\":\"incomplete\"", first, StringComparison.Ordinal);
        Assert.StartsWith("{\"line\":2,\"status\":\"incomplete\"", second, StringComparison.Ordinal);

        Task Write(string text) => stream.WriteAsync(Encoding.ASCII.GetBytes(text), ApiBot.Ct).AsTask();
        Task Chunk(string text) => Write($"{text.Length:x}\r\n{text}\r\n");
        async Task<string> NextAnswer()
        {
            string line;
            do
                line = await reader.ReadLineAsync(ApiBot.Ct) ?? throw new EndOfStreamException();
            while (!line.StartsWith('{'));
            return line;
        }
    }

    private Task<Reply> Post(string body, string? idempotencyKey = null) => bot.Post("/api/leads/batch", body, idempotencyKey: idempotencyKey, contentType: "application/x-ndjson");

    /// <summary>So many bytes of valid lines, each of a lead with long notes.</summary>
    private static byte[] Large(int length)
    {
        var bytes = new byte[length];
        Array.Fill(bytes, (byte)' ');
        var number = 0;
        for (var at = 0; at < length;)
        {
            var line = Encoding.UTF8.GetBytes($$"""{"externalId":"large-{{++number}}"}""");
            var end = Math.Min(at + 200_000, length);
            if (end - at < line.Length)
                break;
            line.CopyTo(bytes, at);
            bytes[end - 1] = end == length ? (byte)' ' : (byte)'\n';
            at = end;
        }

        return bytes;
    }
}
