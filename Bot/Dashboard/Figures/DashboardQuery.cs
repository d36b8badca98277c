using System.Globalization;
using AlignmentBot.Bot.Dashboard.Access;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Statistics;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using NodaTime.Text;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bot.Dashboard.Figures;

/// <summary>What is asked of the dashboard, as it stands in the address: so a view can be shared, and the next one asks the same.</summary>
/// <param name="Word">The word of the period, or <see cref="Dates"/> for two dates.</param>
/// <param name="Marketer">Whose leads, as a member: an address never carries somebody's mail address.</param>
public sealed record DashboardQuery(string Word, Period Period, FigureFilter Filter, MemberId? Marketer)
{
    /// <summary>The word of a period that is given by its dates.</summary>
    public const string Dates = "dates";

    private const string Usual = "90-days";
    private const int LongestDays = 3 * 366;
    private const int LongestText = 200;

    /// <summary>The words of periods, in the order of the choice.</summary>
    public static readonly ValueList<string> Words = ["this-month", "last-month", "this-quarter", "last-quarter", Usual, "6-months"];

    /// <summary>Reads the address. What is no period, no person of the pod or no text is passed over.</summary>
    public static DashboardQuery Read(IQueryCollection query, Roster roster, LocalDate today)
    {
        var marketer = Person(query, "marketer", roster);
        var (word, period) = ReadPeriod(query, today);
        var filter = new FigureFilter
        {
            Campaign = Text(query, "campaign"),
            Source = Text(query, "source"),
            Tier = Text(query, "tier") is { } tier && Tiers.All.Contains(tier, StringComparer.Ordinal) ? tier : null,
            AgreementVersion = int.TryParse(Text(query, "agreement"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
            Rep = Person(query, "rep", roster),
            Marketer = marketer is { } id ? roster.Find(id)!.Email : null,
        };
        return new DashboardQuery(word, period, filter, marketer);
    }

    /// <summary>The address of a page of the dashboard that asks the same.</summary>
    public string Address(DashboardVisit visit, string path = DashboardPaths.Start)
    {
        var words = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["pod"] = visit.Elsewhere.Count > 0 ? visit.Pod.Id.Value : null,
            ["period"] = Word == Dates ? null : Word,
            ["from"] = Word == Dates ? LocalDatePattern.Iso.Format(Period.From) : null,
            ["to"] = Word == Dates ? LocalDatePattern.Iso.Format(Period.Until) : null,
            ["campaign"] = Filter.Campaign,
            ["source"] = Filter.Source,
            ["tier"] = Filter.Tier,
            ["agreement"] = Filter.AgreementVersion?.ToString(CultureInfo.InvariantCulture),
            ["rep"] = Filter.Rep?.Value,
            ["marketer"] = Marketer?.Value,
        };
        return QueryHelpers.AddQueryString(path, words.Where(word => word.Value is not null));
    }

    private static (string Word, Period Period) ReadPeriod(IQueryCollection query, LocalDate today)
    {
        var word = Text(query, "period");
        if (word is null or Dates
            && LocalDatePattern.Iso.Parse(query["from"].ToString()) is { Success: true, Value: var from }
            && LocalDatePattern.Iso.Parse(query["to"].ToString()) is { Success: true, Value: var until }
            && until >= from && NodaTime.Period.DaysBetween(from, until) < LongestDays)
            return (Dates, new Period(from, until));
        return word switch
        {
            // Chosen, and the days not yet given: the page asks for them.
            Dates => (Dates, Period.Last90Days(today)),
            "this-month" => ("this-month", Period.ThisMonth(today)),
            "last-month" => ("last-month", Period.LastMonth(today)),
            "this-quarter" => ("this-quarter", Period.ThisQuarter(today)),
            "last-quarter" => ("last-quarter", Period.LastQuarter(today)),
            "6-months" => ("6-months", SixMonths(today)),
            _ => (Usual, Period.Last90Days(today)),
        };
    }

    /// <summary>This month and the five before it.</summary>
    public static Period SixMonths(LocalDate today) => new(Period.Month(today.PlusMonths(-5)).From, Period.Month(today).Until);

    private static string? Text(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 and <= LongestText } text ? text : null;

    private static MemberId? Person(IQueryCollection query, string name, Roster roster) =>
        Text(query, name) is { } id && roster.Find(new MemberId(id)) is { } member ? member.Id : null;
}
