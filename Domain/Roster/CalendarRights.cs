namespace AlignmentBot.Domain.Roster;

/// <summary>Who may change a pod's hours and holidays. The only place that knows it.</summary>
public static class CalendarRights
{
    /// <summary>Team leads of either side and admins; everybody decides on their own days off.</summary>
    public static bool MayChange(Pod pod, Member member) => member.Active && member.Pod == pod.Id && (member.PodLead || member.Admin);
}
