using System.Text.Json.Nodes;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>Who may post. Source: learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication</summary>
public sealed class TokenTests
{
    public static TheoryData<string> BadTokens => [.. Bad.Keys];

    private static readonly Dictionary<string, Func<BotToken, BotToken>> Bad = new(StringComparer.Ordinal)
    {
        ["no signature"] = token => token with { Algorithm = "none" },
        ["no signature and no key"] = token => token with { Algorithm = "none", Kid = string.Empty },
        ["the public key as a shared secret"] = token => token with { Algorithm = "HS256" },
        ["another algorithm of the right key"] = token => token with { Algorithm = "RS512" },
        ["another issuer"] = token => token with { Issuer = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/" },
        ["the issuer of another cloud"] = token => token with { Issuer = "https://api.botframework.us" },
        ["another audience"] = token => token with { Audience = "bbbbbbbb-bbbb-cccc-dddd-eeeeeeeeeeee" },
        ["no audience"] = token => token with { Audience = string.Empty },
        ["expired six minutes ago"] = token => token with { From = TimeSpan.FromHours(-1), Until = TimeSpan.FromMinutes(-6) },
        ["valid in six minutes"] = token => token with { From = TimeSpan.FromMinutes(6), Until = TimeSpan.FromHours(1) },
        ["no end"] = token => token with { Until = null },
        ["an unknown key"] = token => token with { Kid = "key-9", ByStranger = true },
        ["a stranger's key under a known name"] = token => token with { ByStranger = true },
        ["no key's name"] = token => token with { Kid = string.Empty },
    };

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task Bad_token_is_refused_without_a_word(string fault)
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var press = bot.As(SamplePod.Rosa).Pressing(ActionIds.Accept, lead);

        var answer = await bot.Post(press.ToJsonString(), bot.Entra.Bearer(Bad[fault](new BotToken(bot.ServiceUrl))));

        Assert.Equal(new TeamsAnswer(401, string.Empty), answer);
        Assert.IsType<LeadState.Offered>(await bot.StateOf(lead));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer garbage")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.e30.AAAA")]
    [InlineData("Basic Ym90OmJvdA==")]
    public async Task Anything_that_is_no_token_is_refused_without_a_word(string? header)
    {
        await using var bot = await TeamsBot.Start();
        var press = bot.As(SamplePod.Rosa).Pressing(ActionIds.Accept, await bot.HandOver());

        Assert.Equal(new TeamsAnswer(401, string.Empty), await bot.Post(press.ToJsonString(), header));
        Assert.Equal(0, bot.Entra.KeyReadings);
    }

    [Fact]
    public async Task Token_longer_than_any_is_refused()
    {
        await using var bot = await TeamsBot.Start();

        Assert.Equal(401, (await bot.Post("{}", "Bearer " + new string('a', 17 * 1024))).Status);
    }

    [Theory]
    [InlineData(-4)]
    [InlineData(4)]
    public async Task Clocks_may_be_apart_by_less_than_five_minutes(int minutes)
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var token = minutes < 0
            ? new BotToken(bot.ServiceUrl) { From = TimeSpan.FromHours(-1), Until = TimeSpan.FromMinutes(minutes) }
            : new BotToken(bot.ServiceUrl) { From = TimeSpan.FromMinutes(minutes) };

        Assert.Equal(200, (await bot.Post(bot.As(SamplePod.Rosa).Pressing(ActionIds.Accept, lead).ToJsonString(), bot.Entra.Bearer(token))).Status);
        Assert.IsType<LeadState.Accepted>(await bot.StateOf(lead));
    }

    [Theory]
    [InlineData("serviceurl")]
    [InlineData("serviceUrl")]
    public async Task Service_address_is_found_under_either_spelling(string claim)
    {
        await using var bot = await TeamsBot.Start();
        var press = bot.As(SamplePod.Rosa).Pressing(ActionIds.Accept, await bot.HandOver());

        Assert.Equal(200, (await bot.Post(press.ToJsonString(), bot.Entra.Bearer(new BotToken(bot.ServiceUrl + "/") { ServiceUrlClaim = claim }))).Status);
    }

    [Theory]
    [InlineData("another service address", "https://smba.trafficmanager.net/emea/")]
    [InlineData("no service address", null)]
    public async Task Token_for_another_service_address_is_refused(string fault, string? claimed)
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var press = bot.As(SamplePod.Rosa).Pressing(ActionIds.Accept, lead);

        var answer = await bot.Post(press.ToJsonString(), bot.Entra.Bearer(new BotToken(claimed)));

        Assert.True(answer == new TeamsAnswer(403, string.Empty), fault);
        Assert.IsType<LeadState.Offered>(await bot.StateOf(lead));
    }

    [Fact]
    public async Task Connector_that_is_not_allowed_is_refused_whatever_the_token_says()
    {
        await using var bot = await TeamsBot.Start();
        var press = bot.As(SamplePod.Rosa).Pressing(ActionIds.Accept, await bot.HandOver());
        press["serviceUrl"] = "https://evil.example.com/teams";

        Assert.Equal(new TeamsAnswer(403, string.Empty), await bot.Post(press));
    }

    [Fact]
    public async Task Key_that_is_not_endorsed_for_Teams_is_refused()
    {
        foreach (var endorsements in new[] { null, [], new[] { "webchat" } })
        {
            await using var bot = await TeamsBot.Start(prepare: entra => entra.Endorsements = endorsements);
            Assert.Equal(new TeamsAnswer(403, string.Empty), await bot.Post(bot.As(SamplePod.Rosa).Pressing(ActionIds.Accept, await bot.HandOver())));
        }
    }

    [Fact]
    public async Task Another_channel_of_the_Bot_Framework_is_refused()
    {
        await using var bot = await TeamsBot.Start();
        var said = bot.As(SamplePod.Rosa).Saying("help");
        said["channelId"] = "webchat";

        Assert.Equal(403, (await bot.Post(said)).Status);
    }

    [Theory]
    [InlineData("99999999-9999-9999-9999-999999999999", "99999999-9999-9999-9999-999999999999")]
    [InlineData("99999999-9999-9999-9999-999999999999", TeamsBot.Tenant)]
    [InlineData(TeamsBot.Tenant, "99999999-9999-9999-9999-999999999999")]
    [InlineData(null, null)]
    public async Task Another_tenant_is_refused(string? ofChannel, string? ofConversation)
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var press = bot.As(SamplePod.Rosa).Pressing(ActionIds.Accept, lead);
        press["channelData"]!["tenant"] = ofChannel is null ? null : new JsonObject { ["id"] = ofChannel };
        press["conversation"]!["tenantId"] = ofConversation;

        Assert.Equal(new TeamsAnswer(403, string.Empty), await bot.Post(press));
        Assert.IsType<LeadState.Offered>(await bot.StateOf(lead));
    }

    [Fact]
    public async Task Three_hundred_bad_tokens_at_once_cost_one_reading_of_the_keys()
    {
        await using var bot = await TeamsBot.Start(prepare: entra => entra.Delay = TimeSpan.FromMilliseconds(50));
        var said = bot.As(SamplePod.Rosa).Saying("help").ToJsonString();
        string Header(int number) => bot.Entra.Bearer(new BotToken(bot.ServiceUrl) { Kid = $"unknown-{number}", ByStranger = true });

        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(number => bot.Post(said, Header(number))));

        Assert.All(answers, answer => Assert.Equal(401, answer.Status));
        Assert.Equal((1, 1), (bot.Entra.KeyReadings, bot.Entra.MetadataReadings));
    }

    [Fact]
    public async Task Key_server_that_is_down_lets_nobody_in_and_is_not_asked_by_everybody()
    {
        await using var bot = await TeamsBot.Start(prepare: entra => entra.Down = true);
        var lead = await bot.HandOver();

        for (var press = 0; press < 20; press++)
            Assert.Equal(new TeamsAnswer(503, string.Empty), await bot.Post(bot.As(SamplePod.Rosa).Pressing(ActionIds.Accept, lead)));

        Assert.Equal((0, 1), (bot.Entra.KeyReadings, bot.Entra.MetadataReadings));
        Assert.IsType<LeadState.Offered>(await bot.StateOf(lead));
    }

    [Fact]
    public async Task No_token_is_ever_logged()
    {
        await using var bot = await TeamsBot.Start();
        var said = bot.As(SamplePod.Rosa).Saying("help").ToJsonString();
        var (good, bad) = (bot.Entra.Bearer(new BotToken(bot.ServiceUrl)), bot.Entra.Bearer(new BotToken(bot.ServiceUrl) { ByStranger = true }));

        await bot.Post(said, good);
        await bot.Post(said, bad);

        Assert.Contains("refused with 401", bot.Log.Text, StringComparison.Ordinal);
        foreach (var secret in new[] { good.Split('.')[1], good.Split('.')[2], bad.Split('.')[2], FakeTokenEndpoint.Secret })
            Assert.DoesNotContain(secret, bot.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 413)]
    [InlineData(-1, 400)]
    public async Task Body_of_more_than_a_megabyte_is_refused(int spare, int status)
    {
        await using var bot = await TeamsBot.Start();
        var token = bot.Entra.Bearer(new BotToken(bot.ServiceUrl));

        Assert.Equal(status, (await bot.Post(new string('x', (1024 * 1024) + 1 + spare), token)).Status);
        Assert.Equal(status, (await bot.Post(new string('x', (1024 * 1024) + 1 + spare), token, request => request.Headers.TransferEncodingChunked = true)).Status);
    }

    [Theory]
    [InlineData("{\"type\":", 400)]
    [InlineData("[]", 400)]
    [InlineData("null", 400)]
    [InlineData("{}", 403)]
    public async Task Nonsense_with_a_good_token_is_told_to_be_nonsense(string body, int status)
    {
        await using var bot = await TeamsBot.Start();

        Assert.Equal(status, (await bot.Post(body, bot.Entra.Bearer(new BotToken(bot.ServiceUrl)))).Status);
    }
}
