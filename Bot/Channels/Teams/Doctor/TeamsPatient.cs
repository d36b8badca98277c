using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Teams.Doctor;

/// <summary>What is examined.</summary>
/// <param name="Pods">As they are stored, each with what Teams told of its channel; null when the store cannot be read.</param>
/// <param name="Parked">The latest messages to Teams that were given up.</param>
public sealed record TeamsPatient(TeamsSettings Settings, IReadOnlyList<PodPlace>? Pods, IReadOnlyList<ParkedOwed> Parked);

/// <param name="Place">Null when the pod is not in Teams, or Teams never told where its channel is.</param>
public sealed record PodPlace(Pod Pod, TeamsPlace? Place);
