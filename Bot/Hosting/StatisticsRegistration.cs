using AlignmentBot.Bot.Handlers.Statistics;
using AlignmentBot.Bot.Statistics;

namespace AlignmentBot.Bot.Hosting;

/// <summary>Puts the figures into the bot.</summary>
public static class StatisticsRegistration
{
    public static void AddStatistics(this IServiceCollection services)
    {
        services.AddSingleton<FigurePace>();
        services.AddSingleton<FigureDesk>();
        services.AddSingleton<StatsGate>();
        services.AddSingleton<StatsCommands>();
        services.AddSingleton<FairnessCommand>();
        services.AddSingleton<ExportLinks>();
        services.AddSingleton<ExportCommand>();
        services.AddSingleton<StatsHandlers>();
        services.AddHostedService<FigureWorker>();
    }
}
