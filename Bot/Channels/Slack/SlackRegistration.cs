using AlignmentBot.Bot.Channels.Slack.Answers;
using AlignmentBot.Bot.Channels.Slack.Inbound;
using AlignmentBot.Bot.Channels.Slack.Outbound;
using AlignmentBot.Bot.Channels.Slack.Socket;

namespace AlignmentBot.Bot.Channels.Slack;

/// <summary>Puts Slack into the bot.</summary>
public static class SlackRegistration
{
    /// <summary>Does nothing when no key of the section <c>Slack</c> is set.</summary>
    /// <exception cref="Hosting.StartupFaultException">The section cannot be used.</exception>
    public static void AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        if (SlackSettings.Read(configuration) is not { } settings)
            return;
        services.AddSingleton(settings);
        services.AddSingleton<SlackInstallation>();
        services.AddSingleton<SlackPlaces>();
        services.AddOutbound(settings);
        services.AddAnswers(settings);
        services.AddSingleton<SlackInteractions>();
        services.AddSingleton<SlackCommands>();
        services.AddSingleton<SlackEvents>();
        services.AddSingleton<SlackDispatch>();
        if (settings.SigningSecret is not null)
            services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackEndpoint>(provider, TimeProvider.System));
        if (settings.AppToken is not null)
            services.AddHostedService<SlackSocketMode>();
    }

    /// <summary>Opens the door over HTTP where a signing secret is set.</summary>
    public static void MapSlack(this WebApplication app)
    {
        if (app.Services.GetService<SlackEndpoint>() is { } endpoint)
            app.MapPost(SlackEndpoint.Path, endpoint.Handle).ExcludeFromDescription();
    }

    private static void AddOutbound(this IServiceCollection services, SlackSettings settings)
    {
        services.AddSingleton<SlackMethodLimits>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackWebApi>(provider, Http(settings)));
        services.AddSingleton<IChannel, SlackChannel>();
    }

    private static void AddAnswers(this IServiceCollection services, SlackSettings settings)
    {
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackResponseUrls>(provider, Http(settings)));
        services.AddSingleton<SlackErrands>();
        services.AddSingleton<SlackHome>();
        services.AddSingleton<SlackRedraw>();
        services.AddSingleton<SlackAnswers>();
        services.AddSingleton<SlackEventAnswers>();
        services.AddHostedService<SlackErrandRunner>();
    }

    /// <summary>The whole answer is read within the time limit, and never more than a page of history is large. Redirects are not followed: they would carry the token away.</summary>
    private static HttpClient Http(SlackSettings settings) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
    })
    {
        Timeout = settings.CallTimeout,
        MaxResponseContentBufferSize = 16 * 1024 * 1024,
    };
}
