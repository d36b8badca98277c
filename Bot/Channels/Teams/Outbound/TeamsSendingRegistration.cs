using AlignmentBot.Bot.Channels.Teams.Directory;

namespace AlignmentBot.Bot.Channels.Teams.Outbound;

internal static class TeamsSendingRegistration
{
    /// <summary>Everything that calls Teams.</summary>
    public static void AddTeamsSending(this IServiceCollection services, TeamsSettings settings)
    {
        services.AddSingleton<TeamsTokens>();
        services.AddSingleton(_ => new ConnectorLimits(TimeProvider.System));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ConnectorRest>(provider, TeamsHttp.Client(settings)));
        services.AddSingleton<TeamsConnector>();
        services.AddSingleton<TeamsAddresses>();
        services.AddSingleton<TeamsDrawings>();
        services.AddSingleton<TeamsSending>();
        services.AddSingleton<IChannel, TeamsChannel>();
        services.AddTeamsDirectory(settings);
        services.AddSingleton<TeamsUpkeep>();
        services.AddHostedService(provider => provider.GetRequiredService<TeamsUpkeep>());
    }
}
