using AlignmentBot.Bot.Channels.Teams.Outbound;

namespace AlignmentBot.Bot.Channels.Teams.Directory;

internal static class TeamsDirectoryRegistration
{
    /// <summary>What is asked of Teams about people and channels.</summary>
    public static void AddTeamsDirectory(this IServiceCollection services, TeamsSettings settings)
    {
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<GraphTeams>(provider, TeamsHttp.Client(settings)));
        services.AddSingleton<TeamsWorkplace>();
        services.AddSingleton<IWorkplace>(provider => provider.GetRequiredService<TeamsWorkplace>());
    }
}
