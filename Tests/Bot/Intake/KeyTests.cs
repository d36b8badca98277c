using AlignmentBot.Bot.Intake.Keys;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Fakes;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Intake;

public sealed class KeyTests(ApiBot bot) : IClassFixture<ApiBot>
{
    private static readonly ApiKeyToken Token = new("k123456789", "stored-secret");

    [Theory]
    [InlineData("POST", "/api/leads", ApiBot.Key, 415)]
    [InlineData("POST", "/api/leads", ApiBot.WriteKey, 415)]
    [InlineData("POST", "/api/leads", ApiBot.ReadKey, 403)]
    [InlineData("POST", "/api/leads", "unknown", 401)]
    [InlineData("POST", "/api/leads", null, 401)]
    [InlineData("POST", "/api/leads/batch", ApiBot.WriteKey, 415)]
    [InlineData("POST", "/api/leads/batch", ApiBot.ReadKey, 403)]
    [InlineData("POST", "/api/leads/batch", null, 401)]
    [InlineData("POST", "/api/leads/x/outcomes", ApiBot.WriteKey, 415)]
    [InlineData("POST", "/api/leads/x/outcomes", ApiBot.ReadKey, 403)]
    [InlineData("POST", "/api/leads/x/outcomes", null, 401)]
    [InlineData("GET", "/api/leads", ApiBot.ReadKey, 200)]
    [InlineData("GET", "/api/leads", ApiBot.WriteKey, 403)]
    [InlineData("GET", "/api/leads", null, 401)]
    [InlineData("GET", "/api/leads/x", ApiBot.ReadKey, 404)]
    [InlineData("GET", "/api/leads/x", ApiBot.WriteKey, 403)]
    [InlineData("GET", "/api/leads/x", null, 401)]
    public async Task Each_endpoint_asks_for_its_scope(string method, string path, string? key, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        var reply = await bot.Send(request, key);

        Assert.Equal(status, reply.Status);
    }

    [Fact]
    public async Task Missing_key_is_asked_for()
    {
        var reply = await bot.Get("/api/leads", key: null);

        Assert.Equal("Bearer realm=\"leads\"", reply.Headers.WwwAuthenticate.ToString());
        Assert.Equal("application/problem+json", reply.ContentType);
        Assert.Equal(("key_needed", "Send an API key as \"Authorization: Bearer KEY\"."), (reply.Code, reply.Detail));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("abk_k123456789_wrong")]
    [InlineData("abk_nobody_stored-secret")]
    [InlineData("abk__")]
    [InlineData(ApiBot.Key + "x")]
    public async Task Wrong_key_is_told_apart_from_none(string key)
    {
        await Store(Token, null);

        var reply = await bot.Get("/api/leads", key);

        Assert.Equal(401, reply.Status);
        Assert.Equal("Bearer realm=\"leads\", error=\"invalid_token\"", reply.Headers.WwwAuthenticate.ToString());
        Assert.Equal("invalid_key", reply.Code);
        Assert.DoesNotContain(key, reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endless_key_is_refused_unhashed()
    {
        var reply = await bot.Get("/api/leads", new string('x', 5000));

        Assert.Equal(401, reply.Status);
    }

    [Fact]
    public async Task Missing_scope_is_named()
    {
        var reply = await bot.Get("/api/leads", ApiBot.WriteKey);

        Assert.Equal("Bearer realm=\"leads\", error=\"insufficient_scope\", scope=\"leads:read\"", reply.Headers.WwwAuthenticate.ToString());
        Assert.Equal(("scope_needed", "This key lacks the scope leads:read. Ask for a key that has it."), (reply.Code, reply.Detail));
    }

    [Fact]
    public async Task Key_is_asked_for_before_the_body_is_read()
    {
        var body = new UnreadContent();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/leads") { Content = body };
        request.Headers.ExpectContinue = true;

        var reply = await bot.Send(request, "unknown");

        Assert.Equal(401, reply.Status);
        Assert.False(body.Sent);
    }

    [Fact]
    public async Task Stored_key_works_until_it_is_revoked()
    {
        var token = new ApiKeyToken("k222222222", "another-secret");
        var before = await bot.Get("/api/leads", token.Bearer());
        await Store(token, null);
        var after = await bot.Get("/api/leads", token.Bearer());
        await Store(token, SamplePod.Morning);
        var revoked = await bot.Get("/api/leads", token.Bearer());

        Assert.Equal((401, 200, 401), (before.Status, after.Status, revoked.Status));
    }

    [Fact]
    public async Task History_names_the_key()
    {
        var lead = await bot.HandOver("named");

        var reply = await bot.Get($"/api/leads/{lead}");

        var by = reply.Json.GetProperty("history")[0].GetProperty("by");
        Assert.Equal(("key", "crm"), (by.GetProperty("kind").GetString(), by.GetProperty("name").GetString()));
    }

    [Fact]
    public void Made_keys_are_long_and_read_back()
    {
        var made = ApiKeyToken.Make();

        Assert.Equal(40, made.Secret.Length);
        Assert.Equal(made, ApiKeyToken.Parse(made.Bearer()));
        Assert.DoesNotContain(made.Secret, made.ToString(), StringComparison.Ordinal);
    }

    private async Task Store(ApiKeyToken token, Instant? revoked) => await bot.Store.SaveKey(
        new ApiKey(token.Id, "stored " + token.Id, KeyHash.Of(token.Secret), [KeyScopes.LeadsRead], SamplePod.Morning, revoked), ApiBot.Ct);

    /// <summary>A body that notes whether anybody asked for it. The client would send a shorter one unasked.</summary>
    private sealed class UnreadContent : HttpContent
    {
        public bool Sent { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            Sent = true;
            return stream.WriteAsync(new byte[4096]).AsTask();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 4096;
            return true;
        }
    }
}
