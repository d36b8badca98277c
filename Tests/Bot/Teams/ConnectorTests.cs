using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Channels.Teams.Outbound;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>The connector and the tokens for it.</summary>
public sealed class ConnectorTests
{
    [Fact]
    public async Task Members_come_page_by_page()
    {
        await using var bot = await SendingBot.Start();

        var people = await bot.Service<TeamsConnector>().Members(Target(bot), SendingBot.Ct);

        Assert.Equal(SamplePod.Everybody.Select(member => member.Email).Order(StringComparer.Ordinal), people.Select(person => person.Email!).Order(StringComparer.Ordinal));
        Assert.Equal(3, bot.Connector.Count("GET v3/conversations/{}/pagedmembers"));
        Assert.All(people, person => Assert.StartsWith("29:", person.UserId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Question_that_Teams_cannot_answer_now_is_asked_again()
    {
        await using var bot = await SendingBot.Start();
        var left = 2;
        bot.Connector.Fault = _ => Interlocked.Decrement(ref left) >= 0 ? FakeFault.Unavailable : FakeFault.None;

        Assert.NotEmpty(await bot.Service<TeamsConnector>().Members(Target(bot), SendingBot.Ct));
    }

    [Fact]
    public async Task Certificate_proves_the_bot_as_a_secret_does()
    {
        using var folder = new TempFolder();
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=alignmentbot.example.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await File.WriteAllBytesAsync(folder.File("bot.pfx"), certificate.Export(X509ContentType.Pfx, "open"), SendingBot.Ct);
        await using var bot = await SendingBot.Start(more: ["--Teams:ClientSecret=", $"--Teams:CertificatePath={folder.File("bot.pfx")}", "--Teams:CertificatePassword=open"]);

        await bot.Card();

        Assert.Equal(1, bot.Connector.Tokens.Count);
    }

    /// <summary>Azure tells by the environment where the identity is asked for; nothing else here reads these two names.</summary>
    [Fact]
    public async Task Managed_identity_proves_the_bot_without_a_secret()
    {
        await using var bot = await SendingBot.Start(more: ["--Teams:ClientSecret=", "--Teams:AppType=ManagedIdentity"]);
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", new Uri(bot.Connector.Address, "/identity").AbsoluteUri);
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", FakeTokenEndpoint.IdentityHeader);

        await bot.Card();

        Assert.Equal(1, bot.Connector.Tokens.Count);
    }

    [Theory]
    [InlineData(FakeFault.NotInstalled, "BotNotInConversationRoster")]
    [InlineData(FakeFault.ServerError, "service_error")]
    public async Task What_Teams_will_not_do_is_refused_with_its_code(FakeFault fault, string code)
    {
        await using var bot = await SendingBot.Start();
        bot.Connector.Fault = _ => fault;

        var refused = await Assert.ThrowsAsync<ChannelRefusedException>(() => bot.Service<TeamsConnector>().Members(Target(bot), SendingBot.Ct));

        Assert.Equal(code, refused.Code);
    }

    [Fact]
    public async Task Workplace_knows_people_of_the_conversation_and_who_owns_the_team()
    {
        await using var bot = await SendingBot.Start();
        var workplace = bot.Service<WorkplaceSet>().Find(Door.Teams)!;

        var lena = await workplace.Person(SendingBot.AccountOf(SamplePod.Lena), SendingBot.Channel, SendingBot.Ct);
        var rosa = await workplace.Person(SendingBot.AccountOf(SamplePod.Rosa), SendingBot.Channel, SendingBot.Ct);

        Assert.Equal((SamplePod.Lena.Name, SamplePod.Lena.Email, Standing.Member, true), (lena!.Name, lena.Email, lena.Standing, lena.RunsWorkplace));
        Assert.False(rosa!.RunsWorkplace);
        Assert.Null(await workplace.Person("aad-nobody", SendingBot.Channel, SendingBot.Ct));
    }

    [Fact]
    public async Task Where_Graph_does_not_tell_owners_the_one_who_installed_the_app_runs_the_team()
    {
        await using var bot = await SendingBot.Start();
        bot.Connector.People.GraphConsent = false;
        var workplace = bot.Service<WorkplaceSet>().Find(Door.Teams)!;

        Assert.True((await workplace.Person(SendingBot.AccountOf(SamplePod.Mona), SendingBot.Channel, SendingBot.Ct))!.RunsWorkplace);
        Assert.False((await workplace.Person(SendingBot.AccountOf(SamplePod.Lena), SendingBot.Channel, SendingBot.Ct))!.RunsWorkplace);
        await bot.Log.Until("Microsoft Graph does not tell the owners of team");
    }

    [Fact]
    public async Task Room_is_called_by_its_team_and_channel()
    {
        await using var bot = await SendingBot.Start();
        var workplace = bot.Service<WorkplaceSet>().Find(Door.Teams)!;

        Assert.Equal(new Room("#Revenue / Leads", IsChannel: true, BotIsIn: true), await workplace.Room(SendingBot.Channel, SendingBot.Ct));
        Assert.Null(await workplace.Room("19:other@thread.tacv2", SendingBot.Ct));
    }

    [Fact]
    public async Task Link_leads_to_the_message_in_its_thread()
    {
        await using var bot = await SendingBot.Start();
        var workplace = bot.Service<WorkplaceSet>().Find(Door.Teams)!;

        Assert.Equal(
            $"https://teams.microsoft.com/l/message/19%3Aemea%40thread.tacv2/2?tenantId={FakeConnector.Tenant}&groupId={FakeTeamsPeople.GroupId}&parentMessageId=1",
            await workplace.LinkTo($"{SendingBot.Channel};messageid=1|2", SendingBot.Ct));
        Assert.EndsWith("/1?tenantId=" + FakeConnector.Tenant + "&groupId=" + FakeTeamsPeople.GroupId + "&parentMessageId=1", await workplace.LinkTo($"{SendingBot.Channel}|1", SendingBot.Ct), StringComparison.Ordinal);
    }

    private static TeamsTarget Target(SendingBot bot) => new(bot.Connector.ServiceUrl, FakeConnector.Tenant, SendingBot.Channel);
}
