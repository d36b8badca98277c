using AlignmentBot.Bot.Handlers.Agreement;

namespace AlignmentBot.Bot.Hosting;

/// <summary>Puts agreements, the ladder and private words into the bot.</summary>
internal static class AgreementRegistration
{
    public static void AddAgreement(this IServiceCollection services)
    {
        services.AddSingleton<LadderEffects>();
        services.AddSingleton<LadderHandlers>();
        services.AddSingleton<SlaSubjects>();
        services.AddSingleton<Nudges>();
        services.AddSingleton<AgreementChanges>();
        services.AddSingleton<KeptShares>();
        services.AddSingleton<Watching>();
        services.AddSingleton<SlaCommands>();
        services.AddSingleton<DueLists>();
        services.AddSingleton<Snoozes>();
        services.AddSingleton<AgreementHandlers>();
    }
}
