using AlignmentBot.Bot.Channels.Slack.Answers;
using AlignmentBot.Bot.Channels.Slack.Directory;
using AlignmentBot.Bot.Channels.Slack.Home;
using AlignmentBot.Bot.Channels.Slack.Inbound;
using AlignmentBot.Bot.Channels.Slack.Install;
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
        services.AddSingleton<SlackPlaces>();
        services.AddInstallations(settings);
        services.AddOutbound(settings);
        services.AddAnswers(settings);
        services.AddSingleton<SlackAddressing>();
        services.AddSingleton<SlackInteractions>();
        services.AddSingleton<SlackCommands>();
        services.AddSingleton<SlackReplies>();
        services.AddSingleton<SlackEvents>();
        services.AddSingleton<SlackDispatch>();
        if (settings.SigningSecret is not null)
            services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackEndpoint>(provider, TimeProvider.System));
        services.AddSingleton(SocketPatience.Default);
        if (settings.AppToken is not null)
            services.AddHostedService<SlackSocketMode>();
    }

    /// <summary>Opens the door over HTTP where a signing secret is set, and the pages for installing where several workspaces do.</summary>
    public static void MapSlack(this WebApplication app)
    {
        if (app.Services.GetService<SlackEndpoint>() is { } endpoint)
            app.MapPost(SlackEndpoint.Path, endpoint.Handle).ExcludeFromDescription();
        if (app.Services.GetService<InstallEndpoints>() is not { } install)
            return;
        app.MapGet(SlackPaths.Install, install.Start).ExcludeFromDescription();
        app.MapGet(SlackPaths.Callback, install.Return).ExcludeFromDescription();
    }

    private static void AddInstallations(this IServiceCollection services, SlackSettings settings)
    {
        services.AddSingleton<SlackSecrets>();
        services.AddSingleton<SlackInstallations>();
        services.AddSingleton(provider => new SlackTokens(
            settings, provider.GetRequiredService<SlackInstallations>(), provider.GetService<SlackRotation>(), provider.GetRequiredService<ILogger<SlackTokens>>()));
        services.AddSingleton(provider => new SlackUpkeep(
            provider.GetRequiredService<SlackWebApi>(), provider.GetRequiredService<SlackInstallations>(), provider.GetService<SlackRotation>(), provider.GetRequiredService<ILogger<SlackUpkeep>>()));
        services.AddHostedService(provider => provider.GetRequiredService<SlackUpkeep>());
        if (settings.App is not { } app)
            return;
        services.AddSingleton(app);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackOAuth>(provider, SlackHttp.Client(settings)));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackRotation>(provider, TimeProvider.System));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<InstallStates>(provider, TimeProvider.System));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<InstallGrants>(provider, TimeProvider.System));
        services.AddSingleton<InstallPages>();
        services.AddSingleton<InstallEndpoints>();
    }

    private static void AddOutbound(this IServiceCollection services, SlackSettings settings)
    {
        services.AddSingleton<SlackMethodLimits>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackWebApi>(provider, SlackHttp.Client(settings)));
        services.AddSingleton<IChannel, SlackChannel>();
    }

    private static void AddAnswers(this IServiceCollection services, SlackSettings settings)
    {
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SlackResponseUrls>(provider, SlackHttp.Client(settings)));
        services.AddSingleton<SlackErrands>();
        services.AddDirectory();
        services.AddSingleton<SlackHomes>();
        services.AddHostedService(provider => provider.GetRequiredService<SlackHomes>());
        services.AddSingleton<SlackLater>();
        services.AddSingleton<SlackSuggestions>();
        services.AddSingleton<SlackRedraw>();
        services.AddSingleton<SlackAnswers>();
        services.AddSingleton<SlackEventAnswers>();
        services.AddHostedService<SlackErrandRunner>();
    }
}
