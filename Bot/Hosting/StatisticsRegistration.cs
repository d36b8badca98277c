using AlignmentBot.Bot.Handlers.Statistics;
using AlignmentBot.Bot.Statistics;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AlignmentBot.Bot.Hosting;

/// <summary>Puts the figures into the bot.</summary>
public static class StatisticsRegistration
{
    public static void AddStatistics(this IServiceCollection services)
    {
        // Nothing is committed until another part of the bot knows of commitments.
        services.TryAddSingleton<MonthlyTarget>((_, _, _, _) => Task.FromResult<int?>(null));
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
