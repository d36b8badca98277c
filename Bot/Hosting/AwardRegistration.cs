using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Dashboard.Panels;
using AlignmentBot.Bot.Handlers.Awards;

namespace AlignmentBot.Bot.Hosting;

/// <summary>Puts the monthly awards into the bot.</summary>
public static class AwardRegistration
{
    /// <exception cref="StartupFaultException">Section <c>Awards</c> is wrong.</exception>
    public static void AddAwards(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(AwardSettings.Read(configuration));
        services.AddSingleton<RoundKeys>();
        services.AddSingleton<AwardCommits>();
        services.AddSingleton<AwardEffects>();
        services.AddSingleton<BallotBoxes>();
        services.AddSingleton<RoundDesk>();
        services.AddSingleton<RoundNews>();
        services.AddSingleton<AwardFigures>();
        services.AddSingleton<RoundElectorate>();
        services.AddSingleton<AwardPlanning>();
        services.AddSingleton<RoundOpening>();
        services.AddSingleton<RoundReminders>();
        services.AddSingleton<RoundKeyEnd>();
        services.AddSingleton<AwardTimerHandlers>();
        services.AddSingleton<Certificates>();
        services.AddSingleton<AwardReading>();
        services.AddSingleton<AwardCards>();
        services.AddSingleton<Voting>();
        services.AddSingleton<ReceiptChecks>();
        services.AddSingleton<RoundRuns>();
        services.AddSingleton<AwardCommands>();
        services.AddSingleton<KudosDesk>();
        services.AddSingleton<AwardHandlers>();
        services.AddSingleton<AwardBoard>();
    }
}
