using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Channels.Slack.Install;
using AlignmentBot.Bot.Channels.Slack.Outbound;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AlignmentBot.Tests.Fakes.Slack;

/// <summary>The whole bot on a free port, for several workspaces of a fake Slack. Can be stopped and started on the same store.</summary>
public sealed class InstallBot : IAsyncDisposable
{
    public const string ExampleChannel = "C0EMEA";
    public const string OtherChannel = "C0APAC";

    private readonly string publicUrl;
    private WebApplication? app;
    private HttpClient? http;

    private InstallBot(FakeSlack slack, string publicUrl)
    {
        Slack = slack;
        this.publicUrl = publicUrl;
    }

    public FakeSlack Slack { get; }

    public TempFolder Folder { get; } = new();

    public KeptLog Log { get; } = new();

    /// <summary>By which states and tokens end.</summary>
    public ManualTime Time { get; } = new(SamplePod.Morning);

    public IStore Store => Get<IStore>();

    public FakeWorkspace Workspace => Slack.Workspace;

    public SlackDoor Door { get; private set; } = null!;

    public Uri Address => http!.BaseAddress!;

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The bot with a pod in the example workspace; nothing is installed yet.</summary>
    public static async Task<InstallBot> Start(string publicUrl = "http://127.0.0.1:5080", int? rotation = null)
    {
        var slack = await FakeSlack.Start();
        slack.OAuth.Rotation = rotation;
        slack.OAuth.TeamOfChannel[ExampleChannel] = FakeTeam.Example.Id;
        slack.OAuth.TeamOfChannel[OtherChannel] = FakeTeam.Other.Id;
        var bot = new InstallBot(slack, publicUrl);
        await bot.Run(fill: true);
        return bot;
    }

    /// <summary>The bot with the example workspace installed.</summary>
    public static async Task<InstallBot> StartInstalled(int? rotation = null)
    {
        var bot = await Start(rotation: rotation);
        await bot.Install(FakeTeam.Example);
        return bot;
    }

    public T Get<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    public FakeBrowser Browser() => new(Address, Slack);

    public async Task<FakePage> Install(FakeTeam team)
    {
        Slack.OAuth.Next = team;
        using var browser = Browser();
        return await browser.Install(Ct);
    }

    public async Task Restart(params string[] more)
    {
        await Stop();
        await Run(fill: false, more);
    }

    public SlackWebApi Api(FakeTeam team) => Get<SlackWebApi>().In(team.Id);

    public async Task<Installation> Installed(FakeTeam team) => (await Store.FindInstallation(team.Id, Ct))!;

    /// <summary>A member of the example pod, in the example workspace.</summary>
    public SlackPerson As(Member member) => new(SlackBot.UserOf(member), Door, Slack);

    /// <summary>Hands over a lead to the example pod.</summary>
    public Task<LeadId> HandOver(string person = "ada") => HandOver(SamplePod.Emea.Id, person);

    public async Task<LeadId> HandOver(PodId pod, string person)
    {
        var id = new LeadId(person.PadRight(10, 'x'));
        var brief = SamplePod.Whole with { FirstName = person, Email = person + "@example.com", ExternalId = null };
        var command = new LeadCommand.HandOver(id, (await Store.FindPod(pod, Ct))!, 1, brief, null);
        await Get<LeadDesk>().HandOver(command, new LeadRequest(AlignmentBot.Domain.Leads.Door.Api, new Caller.Crm("crm"), command, null, LeadAnswers.Kept), Ct);
        return id;
    }

    /// <summary>A rep of the example pod turns ada's lead down, which is also told in the card's thread.</summary>
    public Task Reject(Member by)
    {
        var command = new LeadCommand.Reject(SamplePod.NoBudget);
        var visitor = new Visitor(AlignmentBot.Domain.Leads.Door.Slack, $"{FakeTeam.Example.Id}/{SlackBot.UserOf(by)}");
        return Get<LeadDesk>().Decide(
            new LeadId("adaxxxxxxx"), new LeadRequest(AlignmentBot.Domain.Leads.Door.Slack, new Caller.Person(visitor), command, "reject", LeadAnswers.Kept), Ct);
    }

    public Task Until(Func<bool> holds) => Workspace.Until(holds, Ct);

    /// <summary>Waits until the store says so.</summary>
    public static async Task UntilStored(Func<Task<bool>> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (!await holds())
            await Task.Delay(10, limit.Token);
    }

    public async Task<IReadOnlyList<string>> ParkedReasons() => (await Store.Parked(100, Ct)).Select(row => row.Reason).ToList();

    /// <summary>Everything in the bot's folder but the key ring, as bytes.</summary>
    public byte[] StoreBytes() => [.. Directory.GetFiles(Folder.Path).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).SelectMany(ReadShared)];

    public async Task Stop()
    {
        if (app is null)
            return;
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        http!.Dispose();
        app = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Folder.Dispose();
        await Slack.DisposeAsync();
    }

    private async Task Run(bool fill, params string[] more)
    {
        string[] args =
        [
            "--urls=http://127.0.0.1:0", $"--Storage:Path={Folder.File("bot.db")}", $"--PublicUrl={publicUrl}", $"--Slack:ClientId={FakeOAuth.ClientId}",
            $"--Slack:ClientSecret={FakeOAuth.ClientSecret}", $"--Slack:SigningSecret={SlackDoor.Secret}", $"--Slack:ApiBaseUrl={Slack.Api}",
            "--Slack:MessageGap=00:00:00", "--Logging:Console:LogLevel:Default=None", .. more,
        ];
        app = await BotHost.Build(args, Ct, services =>
        {
            services.AddSingleton<ILoggerProvider>(Log);
            services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackRotation>(provider, Time));
            services.AddSingleton(provider => ActivatorUtilities.CreateInstance<InstallStates>(provider, Time));
            services.AddSingleton(provider => ActivatorUtilities.CreateInstance<InstallGrants>(provider, Time));
        });
        if (fill)
            await Fill(Store);
        await app.StartAsync(Ct);
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Door = new SlackDoor(http, Slack);
    }

    private static async Task Fill(IStore store)
    {
        await store.SavePod(SamplePod.Emea with { SlackChannel = $"{FakeTeam.Example.Id}/{ExampleChannel}" }, Ct);
        foreach (var member in SamplePod.Everybody)
            await store.SaveMember(member with { SlackUser = $"{FakeTeam.Example.Id}/{SlackBot.UserOf(member)}" }, Ct);
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }
}
