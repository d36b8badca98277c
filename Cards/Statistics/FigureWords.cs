using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Statistics;
using NodaTime;

namespace AlignmentBot.Cards.Statistics;

/// <summary>How figures are written, in cards and on pages alike.</summary>
public static class FigureWords
{
    /// <summary>Such as <c>72%</c>; a dash where too few leads stand behind it. An asterisk marks small numbers.</summary>
    public static string Percent(Rate rate, Texts texts) => rate.Value is { } value
        ? texts["stats.rate", Whole(value)] + (rate.Small ? "*" : string.Empty)
        : texts["stats.none"];

    /// <summary>Such as <c>72% (18 of 25)</c>.</summary>
    public static string Share(Rate rate, Texts texts) => rate.Value is { } value
        ? texts[rate.Small ? "stats.rate_few" : "stats.rate_of", Whole(value), rate.Part, rate.Of]
        : texts["stats.rate_hidden", rate.Part, rate.Of];

    /// <summary>A whole number of percent.</summary>
    public static int Whole(double share) => (int)Math.Round(share * 100, MidpointRounding.AwayFromZero);

    /// <summary>Such as <c>1 h 5 min</c>: the two largest parts that matter.</summary>
    public static string Time(Duration? time, Texts texts)
    {
        if (time is not { } known)
            return texts["stats.none"];
        var minutes = (int)known.TotalMinutes;
        return minutes switch
        {
            0 => texts["stats.seconds", (int)known.TotalSeconds],
            < 60 => texts["stats.minutes", minutes],
            < 48 * 60 => minutes % 60 == 0 ? texts["stats.hours", minutes / 60] : texts["stats.hours_minutes", minutes / 60, minutes % 60],
            _ => minutes / 60 % 24 == 0 ? texts["stats.days", minutes / 1440] : texts["stats.days_hours", minutes / 1440, minutes / 60 % 24],
        };
    }

    /// <summary>Median and ninth decile: of working time where it was measured, else by the clock on the wall.</summary>
    public static string Spread(Spread working, Spread raw, Texts texts)
    {
        var (spread, key) = working.Median is not null ? (working, "stats.spread_working") : (raw, "stats.spread_raw");
        if (spread.Median is null)
            return texts["stats.none"];
        return texts[key, Time(spread.Median, texts), Time(spread.P90, texts)] + (spread.Small ? " *" : string.Empty);
    }

    /// <summary>One sum per currency; a dash where there is none.</summary>
    public static string Money(ValueList<Money> sums, Texts texts) =>
        sums.Count == 0 ? texts["stats.none"] : string.Join(" + ", sums.Select(sum => LeadWords.Money(sum, texts)));

    public static string Stage(Stage stage, Texts texts) => stage switch
    {
        Domain.Statistics.Stage.HandedOver => texts["stats.stage.handed_over"],
        Domain.Statistics.Stage.Accepted => texts["stats.stage.accepted"],
        Domain.Statistics.Stage.Contacted => texts["stats.stage.contacted"],
        Domain.Statistics.Stage.Qualified => texts["stats.stage.qualified"],
        Domain.Statistics.Stage.Opportunity => texts["stats.stage.opportunity"],
        Domain.Statistics.Stage.Won => texts["stats.stage.won"],
    };

    public static string Family(RejectionFamily family, Texts texts) => family switch
    {
        RejectionFamily.Procedural => texts["stats.family.procedural"],
        RejectionFamily.Clerical => texts["stats.family.clerical"],
        RejectionFamily.Definitional => texts["stats.family.definitional"],
    };

    public static string Signal(SignalKind kind, Texts texts) => kind switch
    {
        SignalKind.AgreementKept => texts["stats.signal.agreement_kept"],
        SignalKind.Noted => texts["stats.signal.noted"],
        SignalKind.PickedUp => texts["stats.signal.picked_up"],
        SignalKind.Complete => texts["stats.signal.complete"],
        SignalKind.Answered => texts["stats.signal.answered"],
        SignalKind.AnsweredInTime => texts["stats.signal.answered_in_time"],
        SignalKind.Accepted => texts["stats.signal.accepted"],
    };
}
