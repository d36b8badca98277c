using System.Collections.Concurrent;
using System.Globalization;
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

/// <summary>The whole bot on a free port, bound to a fake Slack, with the sample pod in its channel.</summary>
public sealed class SlackBot : IAsyncDisposable
{
    public const string Channel = "C0EMEA";

    private readonly TempFolder folder;
    private readonly string[] args;
    private WebApplication app;
    private HttpClient http;

    private SlackBot(WebApplication app, FakeSlack slack, TempFolder folder, KeptLog log, string[] args)
    {
        this.app = app;
        this.folder = folder;
        this.args = args;
        Slack = slack;
        Log = log;
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Door = new SlackDoor(http, slack);
    }

    public FakeSlack Slack { get; }

    public SlackDoor Door { get; private set; }

    public KeptLog Log { get; }

    public Uri Address => http.BaseAddress!;

    public IStore Store => app.Services.GetRequiredService<IStore>();

    public FakeWorkspace Workspace => Slack.Workspace;

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="gap">The least time between two messages of one channel, for the bot and for the fake.</param>
    /// <param name="socket">Socket Mode instead of HTTP.</param>
    public static async Task<SlackBot> Start(string gap = "00:00:00", bool socket = false, string callTimeout = "00:00:10", Action<FakeSlack>? prepare = null, Action<IServiceCollection>? also = null)
    {
        var slack = await FakeSlack.Start();
        prepare?.Invoke(slack);
        slack.Gap = TimeSpan.Parse(gap, CultureInfo.InvariantCulture);
        var own = new TempFolder();
        var log = new KeptLog();
        var door = socket ? $"--Slack:AppToken={FakeSlack.AppToken}" : $"--Slack:SigningSecret={SlackDoor.Secret}";
        string[] switches =
        [
            "--urls=http://127.0.0.1:0", $"--Storage:Path={own.File("bot.db")}", $"--Slack:BotToken={FakeSlack.BotToken}", door,
            $"--Slack:ApiBaseUrl={slack.Api}", $"--Slack:MessageGap={gap}", $"--Slack:CallTimeout={callTimeout}", "--Logging:Console:LogLevel:Default=None",
        ];
        var host = await BotHost.Build(switches, Ct, services =>
        {
            services.AddSingleton<ILoggerProvider>(log);
            also?.Invoke(services);
        });
        await Fill(host.Services.GetRequiredService<IStore>());
        await host.StartAsync(Ct);
        return new SlackBot(host, slack, own, log, switches);
    }

    /// <summary>Ends the process and starts it anew with the same store and the same Slack.</summary>
    public async Task Restart()
    {
        await Stop();
        app = await BotHost.Build(args, Ct, services => services.AddSingleton<ILoggerProvider>(Log));
        await app.StartAsync(Ct);
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Door = new SlackDoor(http, Slack);
    }

    public static string UserOf(Member member) => "U0" + member.Id.Value.ToUpperInvariant();

    public SlackPerson As(Member member) => As(UserOf(member));

    public SlackPerson As(string user) => new(user, Door, Slack);

    /// <summary>Hands over a lead of this person.</summary>
    public async Task<LeadId> HandOver(string person = "ada", Brief? brief = null)
    {
        var id = new LeadId(person.PadRight(10, 'x'));
        var whole = brief ?? SamplePod.Whole with { FirstName = person, Email = person + "@example.com", ExternalId = null };
        var pod = (await Store.FindPod(SamplePod.Emea.Id, Ct))!;
        var command = new LeadCommand.HandOver(id, pod, 1, whole, null);
        await app.Services.GetRequiredService<LeadDesk>().HandOver(command, new LeadRequest(AlignmentBot.Domain.Leads.Door.Api, new Caller.Crm("crm"), command, null, LeadAnswers.Kept), Ct);
        return id;
    }

    /// <summary>Has the sales lead reserve a lead for a rep.</summary>
    public async Task Reserve(LeadId lead, Member rep)
    {
        var lena = new Caller.Person(new AlignmentBot.Bot.Channels.Visitor(AlignmentBot.Domain.Leads.Door.Slack, UserOf(SamplePod.Lena)));
        await Service<LeadDesk>().Decide(lead, new LeadRequest(AlignmentBot.Domain.Leads.Door.Slack, lena, new LeadCommand.Reassign(rep), null, LeadAnswers.Kept), Ct);
    }

    public T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Hands over a lead and waits for its card.</summary>
    public async Task<FakeMessage> Card(string person = "ada", Brief? brief = null)
    {
        await HandOver(person, brief);
        FakeMessage? card = null;
        await Until(() => (card = Workspace.In(Channel).FirstOrDefault(message => message.Buttons.Any(button => button.Value == person.PadRight(10, 'x')))) is not null);
        return card!;
    }

    public Task Until(Func<bool> holds) => Workspace.Until(holds, Ct);

    public async Task<LeadState> StateOf(LeadId lead) => (await Store.FindLead(lead, Ct))!.Lead.State;

    /// <summary>The one message that was given up, as soon as there is one.</summary>
    public async Task<ParkedOwed> Parked()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (true)
        {
            if (await Store.Parked(10, limit.Token) is [var parked])
                return parked;
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        folder.Dispose();
        await Slack.DisposeAsync();
    }

    private async Task Stop()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        http.Dispose();
    }

    private static async Task Fill(IStore store)
    {
        await store.SavePod(SamplePod.Emea with { SlackChannel = Channel }, Ct);
        foreach (var member in SamplePod.Everybody)
            await store.SaveMember(member with { SlackUser = UserOf(member) }, Ct);
    }
}

/// <summary>Keeps what the bot logs.</summary>
public sealed class KeptLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();
    private volatile TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Text => string.Join('\n', lines);

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
        Interlocked.Exchange(ref more, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    /// <summary>Waits until the log says this; fails after 20 seconds.</summary>
    public async Task Until(string words)
    {
        while (true)
        {
            var next = more.Task;
            if (Text.Contains(words, StringComparison.Ordinal))
                return;
            await next.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        }
    }

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose()
    {
    }
}
