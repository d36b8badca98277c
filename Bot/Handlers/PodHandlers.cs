using AlignmentBot.Bot.Handlers.HandOver;
using AlignmentBot.Bot.Handlers.Queue;
using AlignmentBot.Bot.Handlers.Setup;

namespace AlignmentBot.Bot.Handlers;

/// <summary>The handlers of what stands beside one lead's own buttons: queues, hand-over by hand, additions and set-up.</summary>
public sealed record PodHandlers(Queues Queues, HandOvers HandOvers, LeadAdditions Additions, LeadSearch Search, PodSetup Setup, TestLeads TestLeads);
