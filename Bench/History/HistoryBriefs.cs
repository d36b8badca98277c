using System.Globalization;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Bench.History;

/// <summary>What the sample's marketing hands over. All people and companies are made up of parts.</summary>
internal static class HistoryBriefs
{
    private static readonly string[] First = ["Ada", "Alan", "Grace", "Edsger", "Barbara", "Donald", "Hedy", "Tim", "Radia", "Niklaus", "Mary", "Ken"];
    private static readonly string[] Last = ["Byron", "Moth", "Dyke", "Liskov", "Knot", "Lamar", "Lee", "Pearl", "Worth", "Shaw", "Stone", "Field"];
    private static readonly string[] Titles = ["CTO", "Head of Sales", "Operations Manager", "Buyer", "Managing Director", "IT Lead"];
    private static readonly string[] Trades = ["Logistics", "Foods", "Textiles", "Energy", "Software", "Robotics", "Travel", "Paper"];
    private static readonly int[] Sizes = [8, 20, 45, 80, 120, 250, 400, 900, 2500, 12_000];

    /// <param name="whole">False leaves out what the pod requires.</param>
    public static Brief Of(int number, Dice dice, HistoryCampaign campaign, bool whole)
    {
        var size = dice.Of(Sizes);
        var score = (int)Math.Clamp(62 * campaign.Quality + (dice.Share() - 0.5) * 70 + Math.Log10(size) * 4, 1, 100);
        var name = string.Create(CultureInfo.InvariantCulture, $"Example {dice.Of(Trades)} {number % 997}");
        return new Brief
        {
            ExternalId = string.Create(CultureInfo.InvariantCulture, $"crm-{number}"),
            FirstName = dice.Of(First),
            LastName = dice.Of(Last),
            Title = dice.Of(Titles),
            Email = whole || dice.Falls(0.5) ? Email(number) : null,
            Company = new Company(whole ? name : null, null, null, dice.Falls(0.9) ? size : null, "NL"),
            Source = campaign.Source,
            Campaign = campaign.Name,
            Marketer = HistoryPeople.Marketers[campaign.Marketer].Email,
            Score = dice.Falls(0.95) ? score : null,
        };
    }

    /// <summary>What marketing supplies when something was missing.</summary>
    public static LeadCommand.Repair Supplied(int number) =>
        new([new NamedValue(BriefFields.Email, Email(number)), new NamedValue(BriefFields.CompanyName, "Example Supplied Ltd")]);

    private static string Email(int number) => string.Create(CultureInfo.InvariantCulture, $"person{number}@example.com");
}
