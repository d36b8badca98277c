using AlignmentBot.Bot.Hosting;

namespace AlignmentBot.Bot.Channels.Teams;

/// <summary>Puts Microsoft Teams into the bot.</summary>
public static class TeamsRegistration
{
    /// <summary>Does nothing when no key of the section <c>Teams</c> is set.</summary>
    /// <exception cref="StartupFaultException">The section cannot be used.</exception>
    public static void AddTeams(this IServiceCollection services, IConfiguration configuration, HostPlace place)
    {
        if (TeamsSettings.Read(configuration, place) is not { } settings)
            return;
        services.AddSingleton(settings);
        services.AddSingleton<TeamsReferences>();
        services.AddSingleton<TeamsPlaces>();
    }
}
