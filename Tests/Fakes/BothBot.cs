using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Fakes.Slack;
using AlignmentBot.Tests.Fakes.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AlignmentBot.Tests.Fakes;

/// <summary>The whole bot on a free port between a fake Slack and a fake Teams, with the sample pod in a channel of each.</summary>
public sealed class BothBot : IAsyncDisposable
{
    private readonly TempFolder folder;
    private readonly WebApplication app;
    private readonly HttpClient http;

    private BothBot(WebApplication app, FakeSlack slack, FakeConnector connector, TempFolder folder)
    {
        this.app = app;
        this.folder = folder;
        Slack = slack;
        Connector = connector;
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Door = new SlackDoor(http, slack);
    }

    public FakeSlack Slack { get; }

    public FakeConnector Connector { get; }

    public SlackDoor Door { get; }

    public IStore Store => app.Services.GetRequiredService<IStore>();

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<BothBot> Start()
    {
        var slack = await FakeSlack.Start();
        var connector = await FakeConnector.Start();
        var own = new TempFolder();
        string[] switches =
        [
            "--urls=http://127.0.0.1:0", $"--Storage:Path={own.File("bot.db")}", "--Logging:Console:LogLevel:Default=None",
            $"--Slack:BotToken={FakeSlack.BotToken}", $"--Slack:SigningSecret={SlackDoor.Secret}", $"--Slack:ApiBaseUrl={slack.Api}", "--Slack:MessageGap=00:00:00",
            .. SendingBot.Settings(connector), "--Teams:MessageGap=00:00:00", "--Teams:AllowAnonymousLoopback=true",
        ];
        var host = await BotHost.Build(switches, Ct);
        var store = host.Services.GetRequiredService<IStore>();
        await SendingBot.Fill(store, connector);
        await store.SavePod(SamplePod.Emea with { SlackChannel = SlackBot.Channel, TeamsChannel = SendingBot.Channel }, Ct);
        foreach (var member in SamplePod.Everybody)
            await store.SaveMember(member with { SlackUser = SlackBot.UserOf(member), TeamsUser = SendingBot.AccountOf(member) }, Ct);
        await host.StartAsync(Ct);
        return new BothBot(host, slack, connector, own);
    }

    public T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public SlackPerson InSlack(Member member) => new(SlackBot.UserOf(member), Door, Slack);

    public TeamsHand InTeams(Member member) => new(http, Connector, member);

    /// <summary>Hands over a lead and waits for both of its cards.</summary>
    public async Task<BothCards> Cards(string person = "ada")
    {
        var id = new LeadId(person.PadRight(10, 'x'));
        var pod = (await Store.FindPod(SamplePod.Emea.Id, Ct))!;
        var command = new LeadCommand.HandOver(id, pod, 1, SamplePod.Whole with { FirstName = person, Email = person + "@example.com", ExternalId = null }, null);
        await app.Services.GetRequiredService<LeadDesk>().HandOver(command, new LeadRequest(AlignmentBot.Domain.Leads.Door.Api, new Caller.Crm("crm"), command, null, LeadAnswers.Kept), Ct);
        FakeMessage? inSlack = null;
        FakeTeamsMessage? inTeams = null;
        await UntilSlack(() => (inSlack = Slack.Workspace.In(SlackBot.Channel).FirstOrDefault(card => card.Buttons.Any(button => button.Value == id.Value))) is not null);
        await UntilTeams(() => (inTeams = Connector.Teams.In(SendingBot.Channel).FirstOrDefault(card => card.Buttons.Any(button => button.Value == id.Value))) is not null);
        return new BothCards(id, inSlack!, inTeams!);
    }

    public Task UntilSlack(Func<bool> holds) => Slack.Workspace.Until(holds, Ct);

    public Task UntilTeams(Func<bool> holds) => Connector.Teams.Until(holds, Ct);

    /// <summary>Waits until nothing is owed any more.</summary>
    public async Task Quiet() => await Eventually.Get(async () => await Store.Depth(Ct) is { Owed: 0 } depth ? depth : null);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        http.Dispose();
        folder.Dispose();
        await Slack.DisposeAsync();
        await Connector.DisposeAsync();
    }
}

/// <summary>One lead's card on both platforms.</summary>
public sealed record BothCards(LeadId Lead, FakeMessage InSlack, FakeTeamsMessage InTeams);
