using AlignmentBot.Bot.Channels.Teams.Inbound;
using AlignmentBot.Bot.Channels.Teams.Outbound;
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
        services.AddTeamsSending(settings);
        services.AddTeamsDoor();
    }

    /// <summary>Opens the door where Teams is configured.</summary>
    public static void MapTeams(this WebApplication app)
    {
        if (app.Services.GetService<TeamsEndpoint>() is { } endpoint)
            app.MapTeamsDoor(endpoint);
    }
}
