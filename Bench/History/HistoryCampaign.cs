using AlignmentBot.Domain;

namespace AlignmentBot.Bench.History;

/// <summary>Where the sample's leads come from.</summary>
/// <param name="Marketer">Index into <see cref="HistoryPeople.Marketers"/>.</param>
/// <param name="Weight">How many leads it brings, against the others.</param>
/// <param name="Quality">How good they are: 1 is average.</param>
internal sealed record HistoryCampaign(string Name, string Source, int Marketer, double Weight, double Quality)
{
    public static readonly ValueList<HistoryCampaign> All =
    [
        new("Autumn webinar", "webinar", 0, 1.4, 1.15),
        new("Pricing guide", "content", 1, 1.8, 0.85),
        new("Partner referrals", "partner", 2, 0.5, 1.45),
        new("Search: comparison", "paid search", 3, 2.2, 0.95),
        new("Search: brand", "paid search", 3, 1.1, 1.2),
        new("Trade fair Utrecht", "event", 0, 0.6, 1.1),
        new("Newsletter", "e-mail", 1, 1.0, 0.75),
        new("Product tour", "website", 2, 1.6, 1.25),
        new("Industry report", "content", 1, 0.9, 0.65),
        new("Customer stories", "website", 2, 0.4, 1.0),
    ];
}
