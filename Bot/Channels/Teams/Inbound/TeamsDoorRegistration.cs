using AlignmentBot.Bot.Channels.Teams.Answers;
using AlignmentBot.Bot.Channels.Teams.Drawing;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>Puts what comes from Teams, and its answers, into the bot.</summary>
internal static partial class TeamsDoorRegistration
{
    private const int LargestDocument = 1024 * 1024;

    public static void AddTeamsDoor(this IServiceCollection services)
    {
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SigningKeys>(provider, KeyClient(), TimeProvider.System));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<InboundTokens>(provider, TimeProvider.System));
        services.AddSingleton<TeamsGate>();
        services.AddSingleton<TeamsAcquaintance>();
        services.AddSingleton<TeamsActions>();
        services.AddSingleton<TeamsDialogs>();
        services.AddSingleton<TeamsExtension>();
        services.AddSingleton<TeamsSearches>();
        services.AddSingleton<TeamsInvokes>();
        services.AddSingleton<TeamsCommands>();
        services.AddSingleton<TeamsMessages>();
        services.AddSingleton<TeamsWelcome>();
        services.AddSingleton<TeamsLeaving>();
        services.AddSingleton<TeamsLifecycle>();
        services.AddSingleton<TeamsDispatch>();
        services.AddSingleton<TeamsRosterWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<TeamsRosterWatch>());
        services.AddSingleton<TeamsEndpoint>();
        services.AddAnswers();
    }

    public static void MapTeamsDoor(this WebApplication app, TeamsEndpoint endpoint)
    {
        app.MapPost(TeamsEndpoint.Path, endpoint.Handle).ExcludeFromDescription();
        if (app.Services.GetRequiredService<TeamsSettings>().Anonymous)
            Log.Anonymous(app.Logger);
    }

    private static void AddAnswers(this IServiceCollection services)
    {
        services.AddSingleton<TeamsRefreshes>();
        services.AddSingleton<TeamsErrands>();
        services.AddSingleton<TeamsViews>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<TeamsLater>(provider, TimeProvider.System));
        services.AddSingleton<TeamsAnswers>();
        services.AddSingleton<TeamsDialogAnswers>();
        services.AddSingleton<TeamsMessageAnswers>();
        services.AddHostedService<TeamsErrandRunner>();
    }

    /// <summary>The keys are read from the address that the configuration names, and from nowhere that it points to.</summary>
    private static HttpClient KeyClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = LargestDocument,
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Requests to /api/messages are taken without a token from this machine, because Teams:AllowAnonymousLoopback is true. It is meant for trials only.")]
        public static partial void Anonymous(ILogger logger);
    }
}
