namespace AlignmentBot.Domain.Roster;

/// <summary>Who may set up pods. The only place that knows it.</summary>
public static class SetupRights
{
    /// <param name="pod">The pod to be changed, or null to make a new one.</param>
    /// <param name="runsWorkplace">True for those who administer the platform there.</param>
    /// <param name="memberships">The person's own entries on the rosters of any pods.</param>
    public static bool MaySetUp(PodId? pod, bool runsWorkplace, IEnumerable<Member> memberships) =>
        runsWorkplace || memberships.Any(member => member is { Active: true, Admin: true } && (pod is null || member.Pod == pod));
}
