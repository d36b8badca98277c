using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Channels.Local;
using AlignmentBot.Bot.Channels.Local.Sample;
using AlignmentBot.Bot.Channels.Slack;
using AlignmentBot.Bot.Channels.Teams;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Dashboard;
using AlignmentBot.Bot.Handlers;
using AlignmentBot.Bot.Handlers.Awards;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Handlers.Review;
using AlignmentBot.Bot.Intake;
using AlignmentBot.Bot.Statistics;
using AlignmentBot.Bot.Workers;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;

namespace AlignmentBot.Bot.Hosting;

/// <summary>Puts the bot together: configuration, store, channels, workers, addresses.</summary>
public static class BotHost
{
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(8);

    /// <param name="args">Configuration switches such as <c>--urls http://127.0.0.1:5080</c> or <c>--Storage:Path=bot.db</c>.</param>
    /// <param name="also">More services, such as another channel.</param>
    /// <exception cref="StartupFaultException">The configuration is wrong.</exception>
    /// <exception cref="StoreRefusedException">The database cannot be used.</exception>
    public static async Task<WebApplication> Build(string[] args, CancellationToken ct, Action<IServiceCollection>? also = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var place = HostPlace.Of(builder);
        var settings = BotSettings.Read(builder.Configuration, place);
        builder.Services.AddIntake(builder.Configuration);

        var time = new MovableTime(settings.ClockStart);
        var store = await SqliteStore.Open(settings.StoragePath, SqliteOpen.Bot, ct);
        try
        {
            AddServices(builder, settings, place, time, store);
            also?.Invoke(builder.Services);
            var app = builder.Build();
            await Prepare(app.Services, settings, ct);
            Map(app, settings, place);
            return app;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    private static void AddServices(WebApplicationBuilder builder, BotSettings settings, HostPlace place, MovableTime time, IStore store)
    {
        var services = builder.Services;
        services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownLimit);
        services.AddSingleton(settings);
        services.AddSingleton(place);
        services.AddSingleton(time);
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<BotClock>();
        services.AddSingleton(_ => store);
        services.AddSingleton<Wakeups>();
        services.AddProtectionKeys(settings.KeysFolder);
        services.AddHandlers(builder.Configuration);
        services.AddWorkers();
        if (settings.LocalChannel)
            services.AddLocalChannel();
        services.AddSlack(builder.Configuration);
        services.AddTeams(builder.Configuration, place);
        services.AddDashboard(builder.Configuration, place, settings.KeysFolder);
        services.AddProblemDetails();
        services.AddTelemetry(builder.Configuration);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
    }

    private static void AddHandlers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ChannelSet>();
        services.AddSingleton<Rosters>();
        services.AddSingleton<LeadViews>();
        services.AddSingleton<LeadEffects>();
        services.AddSingleton<LeadDesk>();
        services.AddSingleton<LeadClicks>();
        services.AddSingleton<LeadSubmissions>();
        services.AddSingleton<LeadReplies>();
        services.AddSingleton<LeadCommands>();
        services.AddSingleton<LeadTimerHandlers>();
        services.AddSingleton<SubjectCards>();
        services.AddSingleton<Retention>();
        services.AddSingleton<TimerRoutes>();
        services.AddPodHandlers();
        services.AddStatistics();
        services.AddReview();
        services.AddCalendarHandlers();
        services.AddAgreement();
        services.AddAwards(configuration);
        services.AddSingleton<Routes>();
    }

    private static void AddWorkers(this IServiceCollection services)
    {
        services.AddSingleton<Pacing>();
        services.AddSingleton<DeliveryPlanner>();
        services.AddSingleton<OutboxDelivery>();
        services.AddSingleton<WorkerHealth>();
        services.AddSingleton<OutboxWorker>();
        services.AddSingleton<TimerWorker>();
        services.AddSingleton<DevClock>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxWorker>());
        services.AddHostedService(provider => provider.GetRequiredService<TimerWorker>());
    }

    private static async Task Prepare(IServiceProvider services, BotSettings settings, CancellationToken ct)
    {
        // Before any worker claims anything: a claim that is given up under way would be handled twice.
        await services.GetRequiredService<IStore>().ReleaseClaims(ct);
        await services.GetRequiredService<PodsConfiguration>().Apply(services.GetRequiredService<IStore>(), ct);
        await ConfiguredAgreements.Apply(services.GetRequiredService<PodsConfiguration>(), services.GetRequiredService<IStore>(), services.GetRequiredService<BotClock>().Now, ct);
        if (settings is { LocalChannel: true, SampleData: true })
            await services.GetRequiredService<SampleData>().MakeIfEmpty(ct);
        await services.GetRequiredService<Retention>().Schedule(ct);
        await services.GetRequiredService<Packs>().Schedule(ct);
        await services.GetRequiredService<AwardPlanning>().Schedule(ct);
    }

    private static void Map(WebApplication app, BotSettings settings, HostPlace place)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseDashboard();
        app.MapHealth();
        app.MapIntake();
        app.MapSlack();
        app.MapDashboard();
        app.MapTeams();
        app.MapCertificates();
        app.MapExport();
        if (place.AllowsClockControl)
            app.MapDevClock();
        if (settings.LocalChannel)
            app.MapLocalChannel();
    }
}
