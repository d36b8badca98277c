using AlignmentBot.Bot.Handlers.Review;

namespace AlignmentBot.Bot.Hosting;

/// <summary>Puts the handlers of reviews into the bot.</summary>
internal static class ReviewRegistration
{
    public static void AddReview(this IServiceCollection services)
    {
        services.AddSingleton<DashboardCommand>();
        services.AddSingleton<ReviewHandlers>();
    }
}
