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

    /// <param name="capacity">The reps of the pod with their working time in the period.</param>
    public static FairnessReport Of(Period period, IReadOnlyList<LeadOutline> leads, IReadOnlyDictionary<MemberId, Duration> capacity)
    {
        var decided = leads.Where(lead => lead.DecidedAt is not null && lead.Group.Rep.Length > 0).ToList();
        var byRep = decided.ToLookup(lead => lead.Group.Rep, StringComparer.Ordinal);
        var hours = capacity.Values.Sum(time => time.TotalHours);
        var shares = capacity
            .Select(rep => new RepShare(rep.Key, new Rate(byRep[rep.Key.Value].Count(), decided.Count), hours == 0 ? 0 : rep.Value.TotalHours / hours))
            .OrderByDescending(share => share.Taken.Part).ThenBy(share => share.Rep.Value, StringComparer.Ordinal)
            .ToValueList();
        var findings = byRep
            .OrderBy(rep => rep.Key, StringComparer.Ordinal)
            .SelectMany(rep => OfRep(new MemberId(rep.Key), rep.ToList(), decided.Where(lead => lead.Group.Rep != rep.Key).ToList()))
            .ToValueList();
        return new FairnessReport(period, decided.Count, shares, findings);
    }

    private static IEnumerable<Finding> OfRep(MemberId rep, List<LeadOutline> own, List<LeadOutline> others)
    {
        if (CherryPicking(rep, own, others) is { } picking)
            yield return picking;
        if (More(FindingKind.BurnThrough, rep, own, others, lead => lead.AcceptedAt is not null, WasQuick) is { } burning)
            yield return burning;
        if (More(FindingKind.LateAccept, rep, own, others, lead => lead.AcceptedAt is not null && DecisionUsed(lead) is not null, lead => DecisionUsed(lead) >= LateShare) is { } late)
            yield return late;
        if (MassRejecting(rep, own, others) is { } mass)
            yield return mass;
    }

    private static Finding? CherryPicking(MemberId rep, List<LeadOutline> own, List<LeadOutline> others)
    {
        static bool Accepted(LeadOutline lead) => lead.AcceptedAt is not null;
        var ownBig = RateOf(own.Where(IsBig), Accepted);
        var othersBig = RateOf(others.Where(IsBig), Accepted);
        var ownRest = RateOf(own.Where(lead => !IsBig(lead)), Accepted);
        var othersRest = RateOf(others.Where(lead => !IsBig(lead)), Accepted);

        // Who accepts less of everything is no cherry-picker.
        if (ownBig.Range is not { } big || othersBig.Value is not { } usualBig || big.High < usualBig)
            return null;
        return ownRest.Range is { } rest && othersRest.Value is { } usual && rest.High < usual
            ? new Finding(FindingKind.CherryPicking, rep, ownRest, othersRest, Newest(own.Where(lead => !IsBig(lead) && !Accepted(lead))))
            : null;
    }

    /// <summary>A finding when the rep's rate is beyond chance above that of the others.</summary>
    private static Finding? More(
        FindingKind kind, MemberId rep, List<LeadOutline> own, List<LeadOutline> others, Func<LeadOutline, bool> counts, Func<LeadOutline, bool> does)
    {
        var ownRate = RateOf(own.Where(counts), does);
        var othersRate = RateOf(others.Where(counts), does);
        return ownRate.Range is { } range && othersRate.Value is { } usual && range.Low > usual
            ? new Finding(kind, rep, ownRate, othersRate, Newest(own.Where(lead => counts(lead) && does(lead))))
            : null;
    }

    private static Finding? MassRejecting(MemberId rep, List<LeadOutline> own, List<LeadOutline> others)
    {
        var rejections = own.Concat(others)
            .SelectMany(lead => lead.Rejections.Where(rejection => rejection.By == rep).Select(rejection => (Lead: lead, rejection.At)))
            .OrderBy(rejection => rejection.At)
            .ToList();
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

    private static bool IsBig(LeadOutline lead) => lead.Group.Tier == Tiers.A || lead.Employees >= BigEmployees;

    private static bool WasQuick(LeadOutline lead) =>
        lead.QualifiedAt is null && lead.LostAt is { } lost && lead.AcceptedAt is { } accepted && lost - accepted <= Quick;

    /// <summary>How much of the agreed time was used up when the first decision came; null where none was agreed.</summary>
    private static double? DecisionUsed(LeadOutline lead) =>
        lead.DecisionWorking is { } worked && lead.Promises.FirstOrDefault(promise => promise.Clause == Clause.Decide)?.Target is { } target && target > Duration.Zero
            ? worked / target
            : null;

    private static Rate RateOf(IEnumerable<LeadOutline> leads, Func<LeadOutline, bool> does)
    {
        var (part, of) = (0, 0);
        foreach (var lead in leads)
        {
            of++;
            part += does(lead) ? 1 : 0;
        }

        return new Rate(part, of);
    }

    private static ValueList<LeadId> Newest(IEnumerable<LeadOutline> leads) =>
        leads.OrderByDescending(lead => lead.HandedOverAt).Select(lead => lead.Id).ToValueList();
}
