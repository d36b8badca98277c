using System.Text.Json.Nodes;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>Microsoft's cloud for the US government and its public one: who belongs to one is not let in by the other.
/// Sources: learn.microsoft.com/azure/bot-service/how-to-deploy-gov-cloud-high; learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication</summary>
public sealed class GovernmentCloudTests
{
    private const string Public = "https://api.botframework.com";
    private const string Government = "https://api.botframework.us";

    [Theory]
    [InlineData("USGov", Government, "https://smba.infra.gov.teams.microsoft.us/teams/", 200)]
    [InlineData("USGov", Government, "https://smba.infra.dod.teams.microsoft.us/teams/", 200)]
    [InlineData("USGov", Public, "https://smba.infra.gov.teams.microsoft.us/teams/", 401)]
    [InlineData("USGov", Government, "https://smba.trafficmanager.net/emea/", 403)]
    [InlineData("USGov", Government, "https://smba.infra.gov.teams.microsoft.us.example.com/teams/", 403)]
    [InlineData("USGov", Government, "http://smba.infra.gov.teams.microsoft.us/teams/", 403)]
    [InlineData("Public", Public, "https://smba.trafficmanager.net/emea/", 200)]
    [InlineData("Public", Public, "https://smba.infra.gcc.teams.microsoft.com/teams/", 200)]
    [InlineData("Public", Government, "https://smba.trafficmanager.net/emea/", 401)]
    [InlineData("Public", Public, "https://smba.infra.gov.teams.microsoft.us/teams/", 403)]
    public async Task Token_and_connector_of_the_own_cloud_are_let_in_and_no_others(string cloud, string issuer, string service, int status)
    {
        await using var bot = await Start(cloud);
        var lead = await bot.HandOver();
        await bot.CardOf(lead);

        // A view changes nothing and sends nothing, so the real connector that is named here is not called.
        var look = bot.As(SamplePod.Rosa).Invoke(
            "adaptiveCard/action",
            new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = ActionIds.View, ["data"] = new JsonObject { ["value"] = "lead/" + lead } }, ["trigger"] = "automatic" });
        look["serviceUrl"] = service;
        var answer = await bot.Post(look.ToJsonString(), bot.Entra.Bearer(new BotToken(service) { Issuer = issuer }));

        Assert.Equal(status, answer.Status);
        if (status == 200)
            Assert.Contains(ActionIds.Accept, answer.Body, StringComparison.Ordinal);
        else
            Assert.Empty(answer.Body);
    }

    [Fact]
    public async Task Token_that_the_public_cloud_s_keys_signed_is_none_of_the_government_s_whatever_it_says()
    {
        await using var bot = await Start("USGov");
        await using var publicCloud = await FakeEntra.Start();
        var lead = await bot.HandOver();
        var press = bot.As(SamplePod.Rosa).Pressing(ActionIds.Accept, lead).ToJsonString();

        Assert.Equal(401, (await bot.Post(press, publicCloud.Bearer(new BotToken(bot.ServiceUrl) { Issuer = Government }))).Status);
        Assert.IsType<LeadState.Offered>(await bot.StateOf(lead));

        Assert.Equal(200, (await bot.Post(press, bot.Entra.Bearer(new BotToken(bot.ServiceUrl) { Issuer = Government }))).Status);
        Assert.IsType<LeadState.Accepted>(await bot.StateOf(lead));
    }

    /// <summary>The fake takes no token that was not asked for by this cloud's scope, and fails the test over one that was asked for by another.</summary>
    [Theory]
    [InlineData("USGov", "https://api.botframework.us/.default")]
    [InlineData("Public", "https://api.botframework.com/.default")]
    public async Task Cards_go_out_with_a_token_for_the_own_cloud(string cloud, string scope)
    {
        await using var bot = await Start(cloud);
        Assert.Equal(scope, bot.Connector.Tokens.ConnectorScope);

        await bot.CardOf(await bot.HandOver());

        Assert.Equal(1, bot.Connector.Tokens.Count);
    }

    [Theory]
    [InlineData("USGov", "https://graph.microsoft.us/.default")]
    [InlineData("Public", "https://graph.microsoft.com/.default")]
    public async Task Owners_are_asked_for_with_a_token_for_the_own_cloud_s_Graph(string cloud, string scope)
    {
        await using var bot = await Start(cloud);
        Assert.Equal(scope, bot.Connector.Tokens.GraphScope);

        var form = await bot.As(SamplePod.Mona).Open(ActionIds.RunCommand, "setup");

        Assert.Equal("continue", form.Type);
        Assert.Equal(1, bot.Connector.Count("GET graph/teams/{}/members"));
    }

    [Theory]
    [InlineData("USGov", "https://gov.teams.microsoft.us/l/message/")]
    [InlineData("Public", "https://teams.microsoft.com/l/message/")]
    public async Task Messages_are_linked_to_where_the_own_cloud_s_people_read_them(string cloud, string start)
    {
        await using var bot = await Start(cloud);
        var lead = await bot.HandOver();

        await bot.Add(SamplePod.Rosa, TeamsBot.Channel, "1790000000700", lead);

        Assert.StartsWith(start, (await bot.Comment(lead)).Link, StringComparison.Ordinal);
    }

    private static async Task<TeamsBot> Start(string cloud)
    {
        var own = cloud == "USGov";
        var bot = await TeamsBot.Start(entra => entra.Announced = own ? Government : Public, $"--Teams:Cloud={cloud}");
        bot.IssuedBy = own ? Government : Public;
        if (own)
            (bot.Connector.Tokens.ConnectorScope, bot.Connector.Tokens.GraphScope) = ("https://api.botframework.us/.default", "https://graph.microsoft.us/.default");
        return bot;
    }
}
