using AlignmentBot.Bot.Channels.Teams;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using AlignmentBot.Tests.Bot.CommandLine;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>The command <c>doctor</c>, against the fake Teams.</summary>
public sealed class TeamsDoctorTests : IAsyncLifetime
{
    private readonly Terminal terminal = new();
    private FakeConnector? connector;
    private FakeEntra? entra;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FakeConnector Connector => connector!;

    public async ValueTask InitializeAsync()
    {
        connector = await FakeConnector.Start();
        entra = await FakeEntra.Start();
        await Store(store => SendingBot.Fill(store, Connector));
    }

    public async ValueTask DisposeAsync()
    {
        await Connector.DisposeAsync();
        await entra!.DisposeAsync();
        terminal.Dispose();
    }

    [Fact]
    public async Task All_is_well_where_all_is_well()
    {
        var ran = await Doctor();

        Assert.Equal(
            [
                "ok     Settings: The section Teams can be used.",
                "ok     Signing keys: This machine reaches what tells them, so requests from Teams can be checked.",
                "ok     Clock: It agrees with Microsoft's.",
                $"ok     Token: Microsoft Entra gives one for app {FakeTokenEndpoint.AppId} in tenant {FakeConnector.Tenant}.",
                $"ok     Channel of pod emea: The bot reaches {SendingBot.Channel} by 127.0.0.1.",
                "All is well.",
            ],
            ran.Lines);
        Assert.Equal(0, ran.Code);
    }

    [Fact]
    public async Task Every_wrong_setting_is_a_fault_of_its_own()
    {
        var ran = await terminal.Run("doctor", "--Teams:AppType=Sideways");

        Faulty(ran, "Teams:AppId is empty", "Correct it in appsettings.json");
        Faulty(ran, "Teams:AppType is \"Sideways\"", "Correct it in appsettings.json");
    }

    [Fact]
    public async Task Secret_that_has_ended_is_to_be_made_anew()
    {
        Connector.Tokens.Refusal = "invalid_client";

        var ran = await Doctor();

        Faulty(ran, "AADSTS7000215", "Certificates & secrets");
        Assert.DoesNotContain(FakeTokenEndpoint.Secret, ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Channel of pod", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_keys_that_cannot_be_reached_are_a_fault()
    {
        var ran = await Doctor("--Teams:OpenIdMetadataUrl=http://127.0.0.1:9/keys");

        Faulty(ran, "Without it every request from Teams is refused", "Let this machine reach 127.0.0.1");
    }

    [Theory]
    [InlineData(FakeFault.NotInstalled, "Teams does not let the bot in: BotNotInConversationRoster", "Manage team, Apps")]
    [InlineData(FakeFault.Unavailable, "does not answer: HTTP 503", "Let this machine reach that address")]
    [InlineData(FakeFault.Unauthorized, "Teams does not take the bot's token", "whether Microsoft Teams stands among its Channels")]
    public async Task Channel_that_cannot_be_reached_says_why(FakeFault fault, string says, string remedy)
    {
        Connector.Fault = _ => fault;

        Faulty(await Doctor(), says, remedy);
    }

    [Fact]
    public async Task Channel_of_which_the_app_was_removed_is_to_be_given_it_again()
    {
        await Store(async store => await store.SaveTeamsPlace((await store.FindTeamsPlace(SendingBot.Channel, Ct))! with { EndedBecause = TeamsEndings.Uninstalled }, Ct));

        Faulty(await Doctor(), "The app was taken out of its team (app_uninstalled)", "add AlignmentBot");
    }

    [Fact]
    public async Task Connector_that_is_not_allowed_is_named()
    {
        var ran = await Doctor("--Teams:AllowedServiceUrls:0=https://smba.example.com");

        Faulty(ran, $"Its connector {Connector.ServiceUrl} is not among the addresses that get the bot's token", "Teams:AllowedServiceUrls");
    }

    [Fact]
    public async Task Channel_of_which_Teams_never_told_is_to_be_spoken_in()
    {
        await Store(async store => await store.SavePod(SamplePod.Emea with { TeamsChannel = "19:other@thread.tacv2" }, Ct));

        Faulty(await Doctor(), "Teams has not told yet where 19:other@thread.tacv2 is", "@AlignmentBot help");
    }

    [Fact]
    public async Task Messages_that_were_given_up_are_counted_by_their_reasons()
    {
        await Store(async store =>
        {
            var owed = new Owed("teams:lead/x/v1", AlignmentBot.Domain.Leads.Door.Teams, SendingBot.Channel, "lead/x", null, "lead/x", SamplePod.Morning);
            await store.Commit(new Commit { Owed = [owed] }, Ct);
            var row = Assert.Single(await store.ClaimOwed(SamplePod.Morning, NodaTime.Duration.FromMinutes(1), 1, 1, Ct));
            await store.Settle(new Settlement(owed.Door, owed.Conversation) { Parked = [new ParkOwed(row.Id, "service_error")] }, Ct);
        });

        Faulty(await Doctor(), "Messages given up: service_error (1).", "docs/teams.md");
    }

    private Task<Ran> Doctor(params string[] more) =>
        terminal.Run(["doctor", .. SendingBot.Settings(Connector), $"--Teams:OpenIdMetadataUrl={entra!.MetadataUrl}", .. more]);

    private async Task Store(Func<IStore, Task> change)
    {
        await using var store = await SqliteStore.Open(terminal.StorePath, SqliteOpen.Visitor, Ct);
        await change(store);
    }

    private static void Faulty(Ran ran, string says, string remedy)
    {
        Assert.Equal(1, ran.Code);
        Assert.Contains(ran.Lines, line => line.StartsWith("fault", StringComparison.Ordinal) && line.Contains(says, StringComparison.Ordinal));
        Assert.Contains(remedy, ran.Output, StringComparison.Ordinal);
    }
}
