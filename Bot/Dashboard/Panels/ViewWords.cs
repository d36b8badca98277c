using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Statistics;
using NodaTime;
using NodaTime.Text;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bot.Dashboard.Panels;

/// <summary>Days and periods as the page writes them.</summary>
public static class ViewWords
{
    /// <summary>Such as <c>Nov</c>.</summary>
    public static string Month(LocalDate day, Texts texts) => Written(day, "dashboard.day.month", texts);

    /// <summary>Such as <c>3 Nov</c>.</summary>
    public static string Day(LocalDate day, Texts texts) => Written(day, "dashboard.day.short", texts);

    /// <summary>Such as <c>1 Sep 2026 to 27 Nov 2026</c>.</summary>
    public static string Days(Period period, Texts texts) =>
        texts["dashboard.day.range", Written(period.From, "dashboard.day.long", texts), Written(period.Until, "dashboard.day.long", texts)];

    public static string Tier(string tier, Texts texts) => tier == Tiers.None ? texts["dashboard.tier.none"] : texts["dashboard.tier.band", tier];

    /// <summary>What a word of <see cref="Figures.DashboardQuery"/> means.</summary>
    public static string PeriodWord(string word, Texts texts) => texts[word switch
    {
        "this-month" => "dashboard.period.this_month",
        "last-month" => "dashboard.period.last_month",
        "this-quarter" => "dashboard.period.this_quarter",
        "last-quarter" => "dashboard.period.last_quarter",
        "90-days" => "dashboard.period.90_days",
        "6-months" => "dashboard.period.6_months",
        Figures.DashboardQuery.Dates => "dashboard.period.dates",
        _ => throw new NotSupportedException($"No words for the period {word}."),
    }];

    /// <summary>The colour of a kind of reasons: the ones about the definition of a lead stand out, as only talking settles those.</summary>
    public static string Kind(RejectionFamily family) => family switch
    {
        RejectionFamily.Definitional => "first",
        RejectionFamily.Clerical => "second",
        RejectionFamily.Procedural => "third",
    };

    private static string Written(LocalDate day, string pattern, Texts texts) => LocalDatePattern.Create(texts[pattern], texts.Language).Format(day);
}
