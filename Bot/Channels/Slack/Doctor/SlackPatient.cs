using AlignmentBot.Bot.Channels.Slack.Install;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Channels.Slack.Doctor;

/// <summary>What is examined.</summary>
/// <param name="Pods">As they are stored; null when the store cannot be read.</param>
/// <param name="Installations">As they are stored; empty where one token stands in the configuration.</param>
public sealed record SlackPatient(SlackSettings Settings, IReadOnlyList<Pod>? Pods, IReadOnlyList<SlackHeld> Installations);
