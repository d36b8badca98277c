using System.Globalization;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Bot.Channels.Local.Sample;

/// <summary>Made-up people, one per number, always the same ones in the same order.</summary>
public static class SampleLeads
{
    private static readonly string[] FirstNames =
        ["Ada", "Bo", "Chen", "Dara", "Elif", "Femi", "Greta", "Hugo", "Ines", "Jonas", "Kaya", "Luis", "Mina", "Noor", "Otto", "Pia"];

    private static readonly string[] LastNames = ["Example", "Sample", "Specimen", "Trial", "Demo"];

    private static readonly string[] Titles =
        ["Chief Technology Officer", "Head of Operations", "Marketing Director", "Purchasing Lead", "IT Manager", "Managing Director"];

    private static readonly (string Name, string Slug, string Industry, int Employees, string Country)[] Companies =
    [
        ("Sample Brewing", "brewing", "Food and drink", 120, "NL"),
        ("Example Robotics", "robotics", "Manufacturing", 850, "DE"),
        ("Placeholder Insurance", "insurance", "Insurance", 2400, "GB"),
        ("Specimen Labs", "labs", "Life sciences", 60, "SE"),
        ("Demo Logistics", "logistics", "Transport", 340, "FR"),
        ("Trial Schools", "schools", "Education", 45, "IE"),
        ("Mock Energy", "energy", "Utilities", 1500, "ES"),
    ];

    private static readonly (string Source, string Campaign)[] Origins =
        [("Webinar", "Autumn webinar"), ("Content", "Buyer's guide"), ("Trade fair", "Spring fair"), ("Website", "Contact form")];

    private static readonly (string Kind, string Detail)[] Deeds =
    [
        ("page_visited", "Pricing"), ("webinar_attended", "Working with one shared list"), ("content_downloaded", "Buyer's guide"),
        ("demo_requested", "Thirty minutes next week"), ("email_clicked", "Customer story"),
    ];

    private static readonly string[] Notes =
        ["Asked for a demo next week.", "Compares us with what they use today.", "Wants to start before the next quarter.", "Came on a colleague's advice."];

    /// <summary>The brief of this number. No two numbers share a mail address.</summary>
    public static Brief Make(int number, Instant now)
    {
        var company = Pick(Companies, number);
        var origin = Pick(Origins, number);
        var (first, last) = NameOf(number);
        return new Brief
        {
            ExternalId = string.Create(CultureInfo.InvariantCulture, $"sample-{number}"),
            FirstName = first,
            LastName = last,
            Title = Pick(Titles, number),
            Email = $"{first}.{last.Replace(" ", string.Empty, StringComparison.Ordinal)}@{company.Slug}.example.com".ToLowerInvariant(),
            Phone = string.Create(CultureInfo.InvariantCulture, $"+31 20 555 {number % 10_000:D4}"),
            Company = new Company(company.Name, company.Slug + ".example.com", company.Industry, company.Employees, company.Country),
            Source = origin.Source,
            Campaign = origin.Campaign,
            Score = 55 + number * 17 % 44,
            Activities = Enumerable.Range(0, 3).Select(step => Did(number + step, now - Duration.FromHours(2 + 23 * step))).ToValueList(),
            Notes = Pick(Notes, number),
        };
    }

    /// <summary>Eighty people; then the same names with a number behind them.</summary>
    private static (string First, string Last) NameOf(int number)
    {
        var round = number / (FirstNames.Length * LastNames.Length);
        var last = Pick(LastNames, number);
        return (Pick(FirstNames, number), round == 0 ? last : string.Create(CultureInfo.InvariantCulture, $"{last} {round + 1}"));
    }

    private static Activity Did(int number, Instant at)
    {
        var deed = Pick(Deeds, number);
        return new Activity(at, deed.Kind, deed.Detail);
    }

    private static T Pick<T>(T[] from, int number) => from[number % from.Length];
}
