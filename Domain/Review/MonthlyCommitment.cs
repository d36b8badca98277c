using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Domain.Review;

/// <summary>How many leads marketing promises to hand over each month: in all, and of single tiers where that is agreed too.</summary>
/// <param name="Leads">In all; null where only tiers are promised.</param>
/// <param name="Tiers">In the order of <see cref="Statistics.Tiers"/>, each once.</param>
public sealed record MonthlyCommitment(int? Leads, ValueList<TierLeads> Tiers)
{
    /// <summary>Nothing is promised.</summary>
    public static readonly MonthlyCommitment None = new(null, []);

    /// <summary>More than any pod hands over.</summary>
    public const int Most = 100_000;

    /// <param name="tier">One of <see cref="Statistics.Tiers"/>, or null for all leads together.</param>
    public int? Of(string? tier) => tier is null ? Leads : Tiers.FirstOrDefault(promise => promise.Tier == tier)?.Leads;

    /// <summary>The same with another number for all leads, or for one tier.</summary>
    /// <param name="leads">Null takes the promise back.</param>
    public MonthlyCommitment With(string? tier, int? leads) => tier is null
        ? this with { Leads = leads }
        : this with
        {
            Tiers = Statistics.Tiers.All
                .Select(known => (Tier: known, Leads: known == tier ? leads : Of(known)))
                .Where(promise => promise.Leads is not null)
                .Select(promise => new TierLeads(promise.Tier, promise.Leads!.Value))
                .ToValueList(),
        };
}

/// <param name="Tier">One of <see cref="Tiers"/>.</param>
public sealed record TierLeads(string Tier, int Leads);
