using AlignmentBot.Bot.Handlers.Review;
using AlignmentBot.Bot.Handlers.Statistics;

namespace AlignmentBot.Bot.Hosting;

/// <summary>Puts the handlers of reviews into the bot.</summary>
internal static class ReviewRegistration
{
    public static void AddReview(this IServiceCollection services)
    {
        services.AddSingleton<DashboardCommand>();
        services.AddSingleton<PackReading>();
        services.AddSingleton<Packs>();
        services.AddSingleton<ReviewCards>();
        services.AddSingleton<ReviewDesk>();
        services.AddSingleton<CheckIns>();
        services.AddSingleton<Commitments>();
        services.AddSingleton<PromisedLeads>();
        services.AddSingleton<MonthlyTarget>(provider => provider.GetRequiredService<PromisedLeads>().For);
        services.AddSingleton<ReviewHandlers>();
    }
}
