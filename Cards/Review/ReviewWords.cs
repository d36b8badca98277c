using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Statistics;
using NodaTime;

namespace AlignmentBot.Cards.Review;

/// <summary>Figures as people read them: on the page, in the packs, in agendas.</summary>
public static class ReviewWords
{
    private const int Hundred = 100;

    /// <summary>What stands where too few leads are behind a figure.</summary>
    public const string Nothing = "–";

    /// <summary>Such as <c>72 %</c>; a dash where too few leads stand behind it. An asterisk marks small numbers.</summary>
    public static string Share(Rate rate, Texts texts) => rate.Value is { } share
        ? texts["dashboard.percent", Percent(share)] + (rate.Small ? "*" : string.Empty)
        : Nothing;

    /// <summary>Such as <c>18 of 25</c>.</summary>
    public static string Counts(Rate rate, Texts texts) => texts["dashboard.of", Number(rate.Part, texts), Number(rate.Of, texts)];

    public static string Number(int count, Texts texts) => count.ToString("N0", texts.Language);

    /// <summary>Such as <c>1 h 05 min</c>, to the minute; days of 24 hours from three days on.</summary>
    public static string Time(Duration? time, Texts texts) => time switch
    {
        null => Nothing,
        { TotalMinutes: < 1 } => texts["dashboard.time.moment"],
        { TotalHours: < 1 } t => texts["dashboard.time.minutes", (int)t.TotalMinutes],
        { TotalHours: < 72 } t => texts["dashboard.time.hours", (int)t.TotalHours, t.Minutes.ToString("00", texts.Language)],
        { } t => texts["dashboard.time.days", (int)t.TotalDays, t.Hours],
    };

    /// <summary>How a share has moved, such as <c>+4 points</c>; null where either has too few leads.</summary>
    public static string? Moved(Rate now, Rate before, Texts texts) => now.Value is { } present && before.Value is { } past
        ? Moved(Percent(present) - Percent(past), "dashboard.points", texts)
        : null;

    /// <summary>How a number has moved, such as <c>+12</c>.</summary>
    public static string Moved(int now, int before, Texts texts) => Signed(now - before, texts);

    public static string Money(ValueList<Money> amounts, Texts texts) =>
        amounts.Count == 0 ? Nothing : string.Join(" + ", amounts.Select(amount => LeadWords.Money(amount, texts)));

    public static string Side(Side side, Texts texts) => texts[side switch
    {
        Domain.Roster.Side.Sales => "dashboard.side.sales",
        Domain.Roster.Side.Marketing => "dashboard.side.marketing",
    }];

    public static string Stage(Stage stage, Texts texts) => texts[stage switch
    {
        Domain.Statistics.Stage.HandedOver => "dashboard.stage.handed_over",
        Domain.Statistics.Stage.Accepted => "dashboard.stage.accepted",
        Domain.Statistics.Stage.Contacted => "dashboard.stage.contacted",
        Domain.Statistics.Stage.Qualified => "dashboard.stage.qualified",
        Domain.Statistics.Stage.Opportunity => "dashboard.stage.opportunity",
        Domain.Statistics.Stage.Won => "dashboard.stage.won",
    }];

    public static string Clause(Clause clause, Texts texts) => texts[clause switch
    {
        Domain.Leads.Clause.Decide => "dashboard.clause.decide",
        Domain.Leads.Clause.FirstContact => "dashboard.clause.first_contact",
        Domain.Leads.Clause.Outcome => "dashboard.clause.outcome",
        Domain.Leads.Clause.Answer => "dashboard.clause.answer",
        Domain.Leads.Clause.Supply => "dashboard.clause.supply",
    }];

    public static int Percent(double share) => (int)Math.Round(share * Hundred, MidpointRounding.AwayFromZero);

    private static string Moved(int points, string key, Texts texts) => texts[key, Signed(points, texts)];

    private static string Signed(int number, Texts texts) => number == 0 ? "±0" : number.ToString("+#,0;−#,0", texts.Language);
}
