using System.Net;
using AlignmentBot.Bot.Channels.Local;
using AlignmentBot.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AlignmentBot.Tests.Bot.Local;

public sealed class LocalGuardTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("evil.example", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost.evil.example:5080", HttpStatusCode.Forbidden)]
    [InlineData("192.0.2.7", HttpStatusCode.Forbidden)]
    [InlineData("localhost:5080", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    public async Task Page_answers_only_to_names_of_this_machine(string host, HttpStatusCode expected)
    {
        await using var bot = await LocalKit.Start();
        using var client = bot.Client();
        foreach (var path in new[] { "/", "/local/page.js", "/local/feed?pod=sample&as=nobody" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;
            using var response = await client.SendAsync(request, Ct);

            Assert.Equal(expected == HttpStatusCode.OK && path.Contains("feed", StringComparison.Ordinal) ? HttpStatusCode.NotFound : expected, response.StatusCode);
        }
    }

    [Fact]
    public async Task Foreign_host_is_told_how_to_open_the_page()
    {
        await using var bot = await LocalKit.Start();
        using var client = bot.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";
        using var response = await client.SendAsync(request, Ct);

        Assert.Equal(
            "This page is only for the machine on which the bot runs. Open it as localhost or 127.0.0.1.",
            await response.Content.ReadAsStringAsync(Ct));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    public async Task Another_site_cannot_act_even_with_a_token(string origin)
    {
        await using var bot = await LocalKit.Start();
        var (lead, _) = await LocalKit.HandOver(bot);
        using var rosa = await LocalClient.Open(bot, "rosa");

        using var response = await rosa.Post(
            "click",
            new { pod = "sample", persona = rosa.Persona, delivery = "d1", action = "lead.accept.v1", value = lead.Value },
            request => request.Headers.Add("Origin", origin));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(["HandedOver"], await LocalKit.Facts(bot, lead));
    }

    [Fact]
    public async Task Own_origin_may_act()
    {
        await using var bot = await LocalKit.Start();
        using var rosa = await LocalClient.Open(bot, "rosa");

        using var response = await rosa.Post(
            "command",
            new { pod = "sample", persona = rosa.Persona, delivery = "d1", text = "help" },
            request => request.Headers.Add("Origin", bot.Address.GetLeftPart(UriPartial.Authority)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("click")]
    [InlineData("form")]
    [InlineData("command")]
    [InlineData("reply")]
    [InlineData("sample-lead")]
    public async Task Action_without_a_token_is_told_to_reload(string path)
    {
        await using var bot = await LocalKit.Start();
        using var stranger = new LocalClient(bot, "rosa");

        using var response = await stranger.Post(path, new { pod = "sample", persona = stranger.Persona, delivery = "d1" });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("This page is out of date. Reload it, then try again.", await LocalClient.Detail(response));
    }

    [Fact]
    public async Task Token_of_another_window_does_not_fit_this_cookie()
    {
        await using var bot = await LocalKit.Start();
        using var other = await LocalClient.Open(bot, "sam");
        using var stranger = new LocalClient(bot, "rosa");
        var token = (await other.Page()).QuerySelector("meta[name=local-token]")!.GetAttribute("content");

        using var response = await stranger.Post(
            "command",
            new { pod = "sample", persona = stranger.Persona, delivery = "d1", text = "help" },
            request => request.Headers.Add("X-Local-Token", token));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("192.0.2.7", null, 404)]
    [InlineData("::ffff:192.0.2.7", null, 404)]
    [InlineData("127.0.0.1", "X-Forwarded-For", 404)]
    [InlineData("127.0.0.1", "Forwarded", 404)]
    [InlineData("127.0.0.1", null, 200)]
    [InlineData("::ffff:127.0.0.1", null, 200)]
    [InlineData("::1", null, 200)]
    public async Task Page_does_not_exist_for_other_machines(string sender, string? proxyHeader, int expected)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services };
        http.Connection.RemoteIpAddress = IPAddress.Parse(sender);
        http.Request.Host = new HostString("127.0.0.1", 5080);
        http.Request.Path = "/";
        if (proxyHeader is not null)
            http.Request.Headers[proxyHeader] = "for=192.0.2.7";

        await LocalGuard.Check(http, _ => Task.CompletedTask);

        Assert.Equal(expected, http.Response.StatusCode);
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/local/click", true)]
    [InlineData("/LOCAL/click", true)]
    [InlineData("/api/leads", false)]
    [InlineData("/locals", false)]
    public void Guard_stands_before_the_page_and_nothing_else(string path, bool covered) => Assert.Equal(covered, LocalGuard.Covers(path));

    [Fact]
    public async Task Page_lets_no_foreign_or_inline_script_run()
    {
        await using var bot = await LocalKit.Start();
        using var client = bot.Client();
        using var response = await client.GetAsync(new Uri("/", UriKind.Relative), Ct);
        var html = await response.Content.ReadAsStringAsync(Ct);

        Assert.StartsWith("default-src 'self';", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("no-store", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", html, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_local_channel_there_is_no_page()
    {
        await using var bot = await RunningBot.Start(["--Local:Enabled=false"]);
        using var client = bot.Client();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("/", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("/local/page.js", UriKind.Relative), Ct)).StatusCode);
        Assert.Empty(await bot.Store.Pods(Ct));
    }
}
