using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers;
using AlignmentBot.Bot.Handlers.HandOver;
using AlignmentBot.Bot.Handlers.Queue;
using AlignmentBot.Bot.Handlers.Setup;

namespace AlignmentBot.Bot.Hosting;

/// <summary>Puts queues, hand-over by hand, additions and set-up into the bot.</summary>
internal static class PodHandlerRegistration
{
    public static void AddPodHandlers(this IServiceCollection services)
    {
        services.AddSingleton<WorkplaceSet>();
        services.AddSingleton<OpenLeads>();
        services.AddSingleton<QueueReading>();
        services.AddSingleton<Queues>();
        services.AddSingleton<HandOvers>();
        services.AddSingleton<LeadAdditions>();
        services.AddSingleton<LeadSearch>();
        services.AddSingleton<SetupGate>();
        services.AddSingleton<RosterLeaving>();
        services.AddSingleton<SetupSaving>();
        services.AddSingleton<PodSetup>();
        services.AddSingleton<TestLeads>();
        services.AddSingleton<Departures>();
        services.AddSingleton<RosterCards>();
        services.AddSingleton<PodHandlers>();
    }
}
