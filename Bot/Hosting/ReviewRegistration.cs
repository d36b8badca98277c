using AlignmentBot.Bot.Handlers.Review;

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
        services.AddSingleton<ReviewHandlers>();
    }
}
