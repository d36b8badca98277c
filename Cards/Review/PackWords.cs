using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Review;
using AlignmentBot.Domain.Statistics;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Cards.Review;

/// <summary>The parts of packs and agendas in words.</summary>
public static class PackWords
{
    /// <summary>The stable name of a kind: it stands in subjects and timers.</summary>
    public static string Name(PackKind kind) => kind switch
    {
        PackKind.Weekly => "weekly",
        PackKind.Monthly => "monthly",
        PackKind.Quarterly => "quarterly",
    };

    public static PackKind? KindOf(string name) => name switch
    {
        "weekly" => PackKind.Weekly,
        "monthly" => PackKind.Monthly,
        "quarterly" => PackKind.Quarterly,
        _ => null,
    };

    public static string Day(LocalDate day, Texts texts) => LocalDatePattern.Create(texts["dashboard.day.short"], texts.Language).Format(day);

    public static string Month(LocalDate day, Texts texts) => LocalDatePattern.Create(texts["dashboard.day.month"], texts.Language).Format(day);

    /// <summary>Such as "Accepted: 72 %, before 60 %".</summary>
    public static ValueList<Run> Moved(MovedFigure moved, Texts texts) => texts.Runs(
        "pack.moved.line", new Run.Plain(FigureName(moved.Name, texts)), new Run.Strong(Value(moved.Name, moved.Now, texts)), new Run.Plain(Value(moved.Name, moved.Before, texts)));

    /// <summary>Somebody by name, not called by it: a pack wakes nobody.</summary>
    public static Run Person(MemberId id, PackView view, Reader reader)
    {
        var member = view.Roster.Find(id);
        return new Run.Person(view.Roster.NameOf(id, reader), member?.SlackUser, member?.TeamsUser, Notify: false);
    }

    /// <summary>Leads by their titles, and how many more there are.</summary>
    public static string Leads(ValueList<LeadId> leads, int count, PackView view, Texts texts)
    {
        var titles = leads.Where(view.Leads.ContainsKey).Select(id => LeadWords.Title(view.Leads[id], texts)).ToList();
        var more = count - titles.Count;
        var named = string.Join("; ", titles);
        return more <= 0 ? named : titles.Count == 0 ? texts["pack.leads.others", more] : texts["pack.leads.more", named, more];
    }

    private static string Value(string name, double value, Texts texts) =>
        MovedFigures.IsTime(name) ? ReviewWords.Time(Duration.FromSeconds((long)value), texts)
        : MovedFigures.IsShare(name) ? texts["dashboard.percent", ReviewWords.Percent(value)]
        : ReviewWords.Number((int)value, texts);

    private static string FigureName(string name, Texts texts) => texts[name switch
    {
        FigureNames.HandedOver => "dashboard.figure.handed_over",
        FigureNames.Complete => "dashboard.figure.complete",
        FigureNames.Accepted => "dashboard.figure.accepted",
        FigureNames.Noted => "dashboard.figure.noted",
        FigureNames.DecisionTime => "dashboard.figure.decision_time",
        MovedFigures.KeptBySales => "pack.figure.kept_sales",
        MovedFigures.KeptByMarketing => "pack.figure.kept_marketing",
        _ => throw new NotSupportedException($"No words for the figure {name}."),
    }];
}
