using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Fakes.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AlignmentBot.Tests.Fakes.Teams;

/// <summary>The whole bot on a free port, bound to a fake connector, with the sample pod in its channel. People act by the desk: what comes in
/// by Teams' own door is tested beside it.</summary>
public sealed class SendingBot : IAsyncDisposable
{
    public const string Channel = "19:emea@thread.tacv2";

    private readonly TempFolder folder;
    private readonly string[] args;
    private WebApplication app;

    private SendingBot(WebApplication app, FakeConnector connector, TempFolder folder, KeptLog log, string[] args)
    {
        this.app = app;
        this.folder = folder;
        this.args = args;
        Connector = connector;
        Log = log;
    }

    public FakeConnector Connector { get; }

    public FakeTeams Teams => Connector.Teams;

    public KeptLog Log { get; }

    public IStore Store => Service<IStore>();

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="more">More switches, or others for the same keys.</param>
    public static async Task<SendingBot> Start(string callTimeout = "00:00:10", string gap = "00:00:00", params string[] more)
    {
        var connector = await FakeConnector.Start();
        var own = new TempFolder();
        var log = new KeptLog();
        string[] switches =
        [
            "--urls=http://127.0.0.1:0", $"--Storage:Path={own.File("bot.db")}", .. Settings(connector), $"--Teams:CallTimeout={callTimeout}", $"--Teams:MessageGap={gap}",
            "--Logging:Console:LogLevel:Default=None", .. more,
        ];
        var host = await BotHost.Build(switches, Ct, services => services.AddSingleton<ILoggerProvider>(log));
        await Fill(host.Services.GetRequiredService<IStore>(), connector);
        await host.StartAsync(Ct);
        return new SendingBot(host, connector, own, log, switches);
    }

    /// <summary>The section <c>Teams</c> that leads to the fake.</summary>
    public static string[] Settings(FakeConnector connector) =>
    [
        $"--Teams:AppId={FakeTokenEndpoint.AppId}", $"--Teams:TenantId={FakeConnector.Tenant}", $"--Teams:ClientSecret={FakeTokenEndpoint.Secret}",
        $"--Teams:TokenUrl={connector.TokenUrl}", $"--Teams:GraphUrl={connector.Graph}", $"--Teams:AllowedServiceUrls:0={connector.Address}",
    ];

    public T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>The directory object id of a member.</summary>
    public static string AccountOf(Member member) => "aad-" + member.Id.Value;

    /// <summary>The chat between a member and the bot.</summary>
    public static string ChatOf(Member member) => "a:" + AccountOf(member);

    /// <summary>Ends the process and starts it anew with the same store and the same Teams.</summary>
    public async Task Restart()
    {
        await Stop();
        app = await BotHost.Build(args, Ct, services => services.AddSingleton<ILoggerProvider>(Log));
        await app.StartAsync(Ct);
    }

    /// <summary>Hands over a lead of this person.</summary>
    public async Task<LeadId> HandOver(string person = "ada")
    {
        var id = new LeadId(person.PadRight(10, 'x'));
        var pod = (await Store.FindPod(SamplePod.Emea.Id, Ct))!;
        var command = new LeadCommand.HandOver(id, pod, 1, SamplePod.Whole with { FirstName = person, Email = person + "@example.com", ExternalId = null }, null);
        await Service<LeadDesk>().HandOver(command, new LeadRequest(Door.Api, new Caller.Crm("crm"), command, null, LeadAnswers.Kept), Ct);
        return id;
    }

    /// <summary>Hands over a lead and waits for its card.</summary>
    public async Task<FakeTeamsMessage> Card(string person = "ada")
    {
        var id = await HandOver(person);
        FakeTeamsMessage? card = null;
        await Until(() => (card = CardsOf(id) is [var first, ..] ? first : null) is not null);
        return card!;
    }

    /// <summary>The messages outside of threads whose buttons act on this lead.</summary>
    public IReadOnlyList<FakeTeamsMessage> CardsOf(LeadId lead) => Teams.In(Channel).Where(message => message.Buttons.Any(button => button.Value == lead.Value)).ToList();

    public Task<DeskResult> Do(LeadId lead, Member by, LeadCommand command) => Service<LeadDesk>().Decide(
        lead, new LeadRequest(Door.Teams, new Caller.Person(new AlignmentBot.Bot.Channels.Visitor(Door.Teams, AccountOf(by))), command, null, LeadAnswers.Kept), Ct);

    public Task Until(Func<bool> holds) => Teams.Until(holds, Ct);

    public async Task<LeadState> StateOf(LeadId lead) => (await Store.FindLead(lead, Ct))!.Lead.State;

    /// <summary>The one message that was given up, as soon as there is one.</summary>
    public async Task<ParkedOwed> Parked() => await Eventually.Get(async () => await Store.Parked(10, Ct) is [var parked] ? parked : null);

    public async ValueTask DisposeAsync()
    {
        await Stop();
        folder.Dispose();
        await Connector.DisposeAsync();
    }

    private async Task Stop()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    /// <summary>The pod in its channel, everybody linked, and the channel and people known as if they had spoken; nobody's chat is known.</summary>
    public static async Task Fill(IStore store, FakeConnector connector)
    {
        await store.SavePod(SamplePod.Emea with { TeamsChannel = Channel }, Ct);
        await store.SaveTeamsPlace(
            new TeamsPlace(Channel, TeamsPlaceKind.Channel, connector.ServiceUrl, FakeConnector.Tenant, FakeTeamsPeople.TeamId, FakeTeamsPeople.GroupId, AccountOf(SamplePod.Mona), null), Ct);
        connector.People.Channels[FakeTeamsPeople.TeamId] = null;
        connector.People.Channels[Channel] = "Leads";
        foreach (var member in SamplePod.Everybody)
        {
            await store.SaveMember(member with { TeamsUser = AccountOf(member) }, Ct);
            await store.SaveTeamsPerson(new TeamsPerson(AccountOf(member), FakeConnector.Tenant, "29:" + member.Id.Value, connector.ServiceUrl, null, null, null), Ct);
            connector.People.Everybody[AccountOf(member)] = new FakeTeamsPerson("29:" + member.Id.Value, member.Name, member.Email, Owner: member.PodLead);
        }
    }
}
