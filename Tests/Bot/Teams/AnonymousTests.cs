using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>Tools on this machine that send no token.</summary>
public sealed class AnonymousTests
{
    [Fact]
    public async Task Tool_is_let_in_when_it_was_asked_for_and_the_log_says_so()
    {
        await using var bot = await TeamsBot.Start(more: "--Teams:AllowAnonymousLoopback=true");

        Assert.Equal(200, (await bot.Post(bot.As(SamplePod.Rosa).Saying("help").ToJsonString(), null)).Status);
        Assert.Contains("Warning: Requests to /api/messages are taken without a token", bot.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_without_a_token_is_let_in_otherwise()
    {
        await using var bot = await TeamsBot.Start();

        Assert.Equal(401, (await bot.Post(bot.As(SamplePod.Rosa).Saying("help").ToJsonString(), null)).Status);
        Assert.DoesNotContain("without a token", bot.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_token_is_refused_even_then()
    {
        await using var bot = await TeamsBot.Start(more: "--Teams:AllowAnonymousLoopback=true");
        var said = bot.As(SamplePod.Rosa).Saying("help").ToJsonString();

        Assert.Equal(401, (await bot.Post(said, bot.Entra.Bearer(new BotToken(bot.ServiceUrl) { Algorithm = "HS256" }))).Status);
        Assert.Equal(200, (await bot.Post(said, bot.Entra.Bearer(new BotToken(bot.ServiceUrl)))).Status);
    }

    [Theory]
    [InlineData("Origin", "http://127.0.0.1:8000")]
    [InlineData("Host", "bot.example.com")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    public async Task Page_in_a_browser_and_a_tunnel_are_no_tools_of_this_machine(string header, string value)
    {
        await using var bot = await TeamsBot.Start(more: "--Teams:AllowAnonymousLoopback=true");

        var answer = await bot.Post(bot.As(SamplePod.Rosa).Saying("help").ToJsonString(), null, request => request.Headers.TryAddWithoutValidation(header, value));

        Assert.Equal(401, answer.Status);
    }
}
