using AlignmentBot.Bot.Hosting;
using AlignmentBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AlignmentBot.Tests.Fakes;

/// <summary>The real bot on a free port of loopback, with a store of its own that goes away with it.</summary>
public sealed class RunningBot : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly string[] switches;
    private readonly Action<IServiceCollection>? also;
    private WebApplication? app;

    private RunningBot(string[] switches, Action<IServiceCollection>? also)
    {
        this.switches = switches;
        this.also = also;
    }

    /// <summary>Where it listens; stays the same over a restart.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>The database file.</summary>
    public string StorePath => folder.File("bot.db");

    public IServiceProvider Services => app?.Services ?? throw new InvalidOperationException("The bot does not run.");

    public IStore Store => Services.GetRequiredService<IStore>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="switches">Configuration such as <c>--Local:SampleData=false</c>.</param>
    public static async Task<RunningBot> Start(string[]? switches = null, Action<IServiceCollection>? also = null)
    {
        var bot = new RunningBot(switches ?? [], also);
        await bot.Run();
        return bot;
    }

    /// <summary>Stops the bot as SIGTERM would, and lets the store go.</summary>
    public async Task Stop()
    {
        if (app is null)
            return;
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        app = null;
    }

    /// <summary>Starts it again on the same store and address.</summary>
    public async Task Run()
    {
        string[] args = ["--urls", Address.GetLeftPart(UriPartial.Authority), "--Storage:Path=" + folder.File("bot.db"), "--environment", "Development", .. switches];
        app = await BotHost.Build(args, Ct, services =>
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
            also?.Invoke(services);
        });
        await app.StartAsync(Ct);
        Address = new Uri(app.Urls.Single());
    }

    public HttpClient Client() => new() { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await Stop();
        folder.Dispose();
    }
}
