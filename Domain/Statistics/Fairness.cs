using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Domain.Statistics;

/// <summary>How leads are shared and worked, for team leads to ask about in private. It points at what stands out, with the leads behind it, and
/// judges nobody: what stands out may have a good reason.</summary>
/// <param name="Shares">One per rep, the largest share first.</param>
/// <param name="Findings">What stands out beyond chance.</param>
public sealed record FairnessReport(Period Period, int Decided, ValueList<RepShare> Shares, ValueList<Finding> Findings);

/// <summary>How many leads a rep decided on, against what their working hours would give.</summary>
/// <param name="Taken">The rep's, of all decided leads.</param>
/// <param name="Expected">The rep's share of the working time of all reps, 0 to 1.</param>
public sealed record RepShare(MemberId Rep, Rate Taken, double Expected)
{
    /// <summary>True when chance alone would hardly give this share (95 %), and enough leads stand behind it.</summary>
    public bool StandsOut => Taken.Of >= Rate.Few && Taken.Range is { } range && !range.Contains(Expected);
}

/// <summary>Something that stands out in how one rep works, against all the others together.</summary>
/// <param name="Leads">The leads behind the rep's own number, newest first.</param>
public sealed record Finding(FindingKind Kind, MemberId Rep, Rate Own, Rate Others, ValueList<LeadId> Leads);

public enum FindingKind
{
    /// <summary>Big leads are accepted as everybody does, the others much less.</summary>
    CherryPicking,

    /// <summary>Accepted leads end soon after, without getting anywhere, more often than the others'.</summary>
    BurnThrough,

    /// <summary>Leads are accepted when hardly any of the agreed time is left, more often than by the others.</summary>
    LateAccept,

    /// <summary>Many leads are rejected within a few minutes.</summary>
    MassRejecting,
}

/// <summary>Finds what stands out. A rep stands out when the whole 95 % interval of the own rate lies beyond the rate of all the others together.</summary>
public static class Fairness
{
    /// <summary>From this score, or this number of people at the company, a lead counts as big.</summary>
    public const int BigEmployees = 250;

    /// <summary>A lead that is lost within this time of being accepted, without being qualified, was gone through quickly.</summary>
    public static readonly Duration Quick = Duration.FromDays(3);

    /// <summary>A decision is late when this share of the agreed time was used up.</summary>
    public const double LateShare = 0.8;

    /// <summary>So many rejections by one rep within <see cref="BurstTime"/> count as made at once.</summary>
    public const int Burst = 5;

    public static readonly Duration BurstTime = Duration.FromMinutes(10);

    /// <param name="leads">Read once, from the first to the last.</param>
    /// <param name="capacity">The reps of the pod with their working time in the period.</param>
    public static FairnessReport Of(Period period, IEnumerable<LeadOutline> leads, IReadOnlyDictionary<MemberId, Duration> capacity)
    {
        var everybody = new EveryHabit();
        foreach (var lead in leads.Where(lead => lead.DecidedAt is not null && lead.Group.Rep.Length > 0))
            everybody.Add(lead);
        var hours = capacity.Values.Sum(time => time.TotalHours);
        var shares = capacity
            .Select(rep => new RepShare(rep.Key, new Rate(everybody.DecidedBy(rep.Key), everybody.Decided), hours == 0 ? 0 : rep.Value.TotalHours / hours))
            .OrderByDescending(share => share.Taken.Part).ThenBy(share => share.Rep.Value, StringComparer.Ordinal)
            .ToValueList();
        var findings = everybody.Reps
            .Where(rep => rep.Habits.Decided > 0)
            .OrderBy(rep => rep.Rep.Value, StringComparer.Ordinal)
            .SelectMany(rep => OfRep(rep.Rep, rep.Habits, everybody.All))
            .ToValueList();
        return new FairnessReport(period, everybody.Decided, shares, findings);
    }

    private static IEnumerable<Finding> OfRep(MemberId rep, RepHabits own, RepHabits all)
    {
        if (CherryPicking(rep, own, all) is { } picking)
            yield return picking;
        if (More(FindingKind.BurnThrough, rep, own.Quick, all.Quick) is { } burning)
            yield return burning;
        if (More(FindingKind.LateAccept, rep, own.Late, all.Late) is { } late)
            yield return late;
        if (MassRejecting(rep, own.Rejections) is { } mass)
            yield return mass;
    }

    private static Finding? CherryPicking(MemberId rep, RepHabits own, RepHabits all)
    {
        // Who accepts less of everything is no cherry-picker.
        if (own.BigAccepted.Rate.Range is not { } big || own.BigAccepted.OfOthers(all.BigAccepted).Value is not { } usualBig || big.High < usualBig)
            return null;
        var others = own.RestAccepted.OfOthers(all.RestAccepted);
        return own.RestAccepted.Rate.Range is { } rest && others.Value is { } usual && rest.High < usual
            ? new Finding(FindingKind.CherryPicking, rep, own.RestAccepted.Rate, others, Newest(own.RestAccepted.Not))
            : null;
    }

    /// <summary>A finding when the rep's rate is beyond chance above that of the others.</summary>
    private static Finding? More(FindingKind kind, MemberId rep, Habit own, Habit all)
    {
        var others = own.OfOthers(all);
        return own.Rate.Range is { } range && others.Value is { } usual && range.Low > usual
            ? new Finding(kind, rep, own.Rate, others, Newest(own.Did))
            : null;
    }

    private static Finding? MassRejecting(MemberId rep, IEnumerable<(SeenLead Lead, Instant At)> made)
    {
        var rejections = made.OrderBy(rejection => rejection.At).ToList();
        var atOnce = new HashSet<LeadId>();
        for (var last = Burst - 1; last < rejections.Count; last++)
        {
            var first = last - Burst + 1;
            if (rejections[last].At - rejections[first].At <= BurstTime)
                atOnce.UnionWith(rejections.Skip(first).Take(Burst).Select(rejection => rejection.Lead.Id));
        }

        if (atOnce.Count == 0)
            return null;
        var leads = Newest(rejections.Select(rejection => rejection.Lead).Where(lead => atOnce.Contains(lead.Id)).DistinctBy(lead => lead.Id));
        return new Finding(FindingKind.MassRejecting, rep, new Rate(atOnce.Count, rejections.Count), new Rate(0, 0), leads);
    }

    private static ValueList<LeadId> Newest(IEnumerable<SeenLead> leads) =>
        leads.OrderByDescending(lead => lead.HandedOverAt).Select(lead => lead.Id).ToValueList();
}
