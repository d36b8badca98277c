using AlignmentBot.Bot.Handlers.Calendar;

namespace AlignmentBot.Bot.Hosting;

/// <summary>Puts working hours, holidays and absence into the bot.</summary>
internal static class CalendarRegistration
{
    public static void AddCalendarHandlers(this IServiceCollection services)
    {
        services.AddSingleton<Hours>();
        services.AddSingleton<Holidays>();
        services.AddSingleton<Absences>();
        services.AddSingleton<AbsenceTurns>();
        services.AddSingleton<AbsenceCards>();
        services.AddSingleton<CalendarHandlers>();
    }
}
