using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Domain.Agreement;

/// <summary>How fast a clause is to be kept.</summary>
/// <param name="Target">Working time, above zero, at most 1,000 hours.</param>
/// <param name="Tiers">Other targets for some leads; the first that fits counts.</param>
public sealed record ClausePromise(Clause Clause, Duration Target, ValueList<TierPromise> Tiers)
{
    public static readonly Duration LongestTarget = Duration.FromHours(1000);

    public Duration TargetOf(Brief brief)
    {
        for (var i = 0; i < Tiers.Count; i++)
        {
            if (Tiers[i].Tier.Includes(brief))
                return Tiers[i].Target;
        }

        return Target;
    }

    /// <summary>This promise with another target for a tier; the one it had goes. Narrower tiers are asked first: those of a source before those
    /// of every source, then those of higher scores.</summary>
    public ClausePromise With(TierPromise tier) => this with
    {
        Tiers = Without(tier.Tier).Tiers.Append(tier)
            .OrderByDescending(known => known.Tier.Source is not null && known.Tier.HasBand)
            .ThenByDescending(known => known.Tier.Source is not null)
            .ThenByDescending(known => known.Tier.FromScore ?? -1)
            .ThenBy(known => known.Tier.ToScore ?? int.MaxValue)
            .ToValueList(),
    };

    /// <summary>This promise without a target of its own for a tier.</summary>
    public ClausePromise Without(Tier tier) => this with { Tiers = Tiers.Where(known => !known.Tier.IsSame(tier)).ToValueList() };
}

/// <summary>The target for the leads of one tier.</summary>
public sealed record TierPromise(Tier Tier, Duration Target);

/// <summary>Some of the leads: by score, by source, or by both.</summary>
/// <param name="FromScore">The lowest score that belongs to it, 0 to 100; null for no lower end. A lead without a score is in no band.</param>
/// <param name="ToScore">The highest score that belongs to it; null for no upper end.</param>
/// <param name="Source">Compared without regard to case; null for every source.</param>
public sealed record Tier(int? FromScore, int? ToScore, string? Source)
{
    public bool HasBand => FromScore is not null || ToScore is not null;

    public bool IsSame(Tier other) =>
        FromScore == other.FromScore && ToScore == other.ToScore && string.Equals(Source, other.Source, StringComparison.OrdinalIgnoreCase);

    public bool Includes(Brief brief) =>
        (Source is null || string.Equals(Source, brief.Source?.Trim(), StringComparison.OrdinalIgnoreCase))
        && ((FromScore is null && ToScore is null) || (brief.Score is { } score && !(score < FromScore) && !(score > ToScore)));
}
