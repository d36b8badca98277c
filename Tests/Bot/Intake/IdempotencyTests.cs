using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Bot.Intake;

public sealed class IdempotencyTests(ApiBot bot) : IClassFixture<ApiBot>
{
    private const string Reused = "This Idempotency-Key came before with another request. Nothing was done; send this request with a key of its own.";

    [Fact]
    public async Task Same_key_and_body_get_the_same_answer()
    {
        const string body = """{"email":"ann@example.com"}""";

        var first = await bot.Post("/api/leads", body, idempotencyKey: "same");
        var again = await bot.Post("/api/leads", body, idempotencyKey: "same");

        Assert.Equal(201, first.Status);
        Assert.Equal((first.Status, first.Body, first.Headers.Location), (again.Status, again.Body, again.Headers.Location));
        Assert.Single(await bot.Store.History(new(first.Text("id")), ApiBot.Ct));
    }

    [Fact]
    public async Task Answer_stays_the_same_when_the_lead_has_moved_on()
    {
        const string body = """{"email":"bob@example.com","company":{"name":"Example Ltd"}}""";
        var first = await bot.Post("/api/leads", body, idempotencyKey: "moved");
        await bot.Do(new(first.Text("id")), SamplePod.Rosa, new LeadCommand.Accept());

        var again = await bot.Post("/api/leads", body, idempotencyKey: "moved");

        Assert.Equal((first.Status, first.Body), (again.Status, again.Body));
    }

    [Fact]
    public async Task Merge_is_repeated_as_a_merge()
    {
        await bot.HandOver("cat");
        const string body = """{"email":"cat@example.com","title":"CFO"}""";

        var first = await bot.Post("/api/leads", body, idempotencyKey: "merge");
        var again = await bot.Post("/api/leads", body, idempotencyKey: "merge");

        Assert.Equal((200, "merged"), (again.Status, again.Text("status")));
        Assert.Equal(first.Body, again.Body);
        Assert.Equal(2, (await bot.Store.History(new(first.Text("id")), ApiBot.Ct)).Count);
    }

    [Fact]
    public async Task Same_key_with_another_body_is_refused()
    {
        await bot.Post("/api/leads", """{"email":"dee@example.com"}""", idempotencyKey: "other");

        var reply = await bot.Post("/api/leads", """{"email":"eve@example.com"}""", idempotencyKey: "other");

        Assert.Equal((422, "idempotency_key_reused", Reused), (reply.Status, reply.Code, reply.Detail));
        Assert.Null(await bot.Store.FindOpenLead(SamplePod.Emea.Id, "eve@example.com", null, ApiBot.Ct));
    }

    [Fact]
    public async Task Same_key_at_another_address_is_refused()
    {
        var lead = await bot.HandOver("flo");
        await bot.Do(lead, SamplePod.Rosa, new LeadCommand.Accept());
        const string body = """{"outcome":"contacted"}""";
        var first = await bot.Post($"/api/leads/{lead}/outcomes", body, idempotencyKey: "address");
        var other = await bot.Post("/api/leads/2222222222/outcomes", body, idempotencyKey: "address");

        Assert.Equal((200, 422), (first.Status, other.Status));
    }

    [Fact]
    public async Task Same_key_of_another_holder_is_another_request()
    {
        await bot.Post("/api/leads", """{"email":"gus@example.com"}""", idempotencyKey: "holder");

        var other = await bot.Post("/api/leads", """{"email":"hans@example.com"}""", ApiBot.WriteKey, "holder");

        Assert.Equal(201, other.Status);
    }

    [Fact]
    public async Task Quoted_and_bare_are_the_same_key()
    {
        const string body = """{"email":"ida@example.com"}""";

        var bare = await bot.Post("/api/leads", body, idempotencyKey: "8e03978e");
        var quoted = await bot.Post("/api/leads", body, idempotencyKey: "\"8e03978e\"");

        Assert.Equal((201, bare.Body), (quoted.Status, quoted.Body));
    }

    [Fact]
    public async Task Refused_request_can_be_corrected_under_its_key()
    {
        var wrong = await bot.Post("/api/leads", """{"email":"jon"}""", idempotencyKey: "corrected");
        var right = await bot.Post("/api/leads", """{"email":"jon@example.com"}""", idempotencyKey: "corrected");

        Assert.Equal((422, 201), (wrong.Status, right.Status));
    }

    [Fact]
    public async Task Ten_at_once_with_one_key_are_one_request()
    {
        const string body = """{"email":"kit@example.com"}""";

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => bot.Post("/api/leads", body, idempotencyKey: "at-once")));

        Assert.All(replies, reply => Assert.Equal((201, replies[0].Body), (reply.Status, reply.Body)));
        Assert.Single(await bot.Store.History(new(replies[0].Text("id")), ApiBot.Ct));
    }

    [Fact]
    public async Task Report_that_found_it_so_already_is_kept_too()
    {
        var lead = await bot.HandOver("lou");
        await bot.Do(lead, SamplePod.Rosa, new LeadCommand.Accept());
        await bot.Post($"/api/leads/{lead}/outcomes", """{"outcome":"contacted"}""");

        var found = await bot.Post($"/api/leads/{lead}/outcomes", """{"outcome":"contacted"}""", idempotencyKey: "found");
        await bot.Post($"/api/leads/{lead}/outcomes", """{"outcome":"lost","reason":"Gone quiet"}""");
        var again = await bot.Post($"/api/leads/{lead}/outcomes", """{"outcome":"contacted"}""", idempotencyKey: "found");
        var other = await bot.Post($"/api/leads/{lead}/outcomes", """{"outcome":"qualified"}""", idempotencyKey: "found");

        Assert.Equal((200, found.Body), (again.Status, again.Body));
        Assert.Equal("idempotency_key_reused", other.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("two words")]
    [InlineData("\"open")]
    [InlineData("\"a\"b\"")]
    public async Task Unusable_key_is_refused(string key)
    {
        var reply = await bot.Post("/api/leads", """{"email":"mia2@example.com"}""", idempotencyKey: key);

        Assert.Equal((400, "wrong_idempotency_key"), (reply.Status, reply.Code));
        Assert.StartsWith("Idempotency-Key: ", reply.Errors[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(255, 201)]
    [InlineData(256, 400)]
    public async Task Key_has_255_characters_at_most(int length, int status)
    {
        var reply = await bot.Post("/api/leads", $$"""{"externalId":"length-{{length}}"}""", idempotencyKey: new string('k', length));

        Assert.Equal(status, reply.Status);
    }
}
