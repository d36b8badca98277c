using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Domain.Statistics;

/// <summary>Who may see which figures. The only place that knows it.</summary>
public static class FigureRights
{
    /// <summary>The pod's figures, by campaign, source, tier and agreement version too, are for every active member. A person's own figures are
    /// for that person and the team leads of both sides.</summary>
    public static bool MaySee(Member who, PodId pod, FigureFilter filter)
    {
        if (!who.Active || who.Pod != pod)
            return false;
        return who.PodLead || ((filter.Rep is not { } rep || rep == who.Id) && (filter.Marketer is not { } marketer || IsOf(who, marketer)));
    }

    /// <summary>Figures that compare people side by side are for team leads alone.</summary>
    public static bool MayCompare(Member who, PodId pod) => who is { Active: true, PodLead: true } && who.Pod == pod;

    private static bool IsOf(Member who, string marketer) => EmailKey.Of(who.Email) == EmailKey.Of(marketer);
}
