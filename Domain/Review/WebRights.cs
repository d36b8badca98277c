using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Domain.Review;

/// <summary>Who may see whose figures. The only place that knows it: commands and the dashboard ask here.</summary>
public static class WebRights
{
    /// <summary>Figures of one person are for that person and the pod leads, of either side.</summary>
    public static bool SeesPerson(Member viewer, MemberId person) => viewer.Active && (viewer.PodLead || viewer.Id == person);

    /// <summary>Figures of people beside each other: load and conversion of every rep, and what every marketer handed over.</summary>
    public static bool SeesEverybody(Member viewer) => viewer is { Active: true, PodLead: true };
}
