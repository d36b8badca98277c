using AlignmentBot.Bot.Dashboard.Access;
using AlignmentBot.Bot.Handlers;
using AlignmentBot.Bot.Handlers.Statistics;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Statistics;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bot.Dashboard.Figures;

/// <summary>Reads what a view shows. The figures are those of <see cref="FigureDesk"/>, which commands and packs ask too.</summary>
public sealed class DashboardReading(FigureDesk desk, Rosters rosters, ExportLinks exports, BotClock clock)
{
    private const int MostChoices = 200;

    /// <summary>What the address asks for; null where it asks for a person whose figures are not for this visitor.</summary>
    public async Task<DashboardQuery?> Query(DashboardVisit visit, IQueryCollection address, CancellationToken ct)
    {
        var query = DashboardQuery.Read(address, await RosterOf(visit, ct), await desk.Today(visit.Pod.Id, ct));
        return FigureRights.MaySee(visit.Member, visit.Pod.Id, query.Filter) ? query : null;
    }

    public async Task<DashboardFigures> Read(DashboardVisit visit, DashboardQuery query, CancellationToken ct)
    {
        var pod = visit.Pod.Id;
        var roster = await RosterOf(visit, ct);
        var today = await desk.Today(pod, ct);
        var (period, filter) = (query.Period, query.Filter);
        var compares = FigureRights.MayCompare(visit.Member, pod);
        var month = Period.ThisMonth(today);

        var sheet = desk.Sheet(pod);
        var (now, before) = (sheet.Of(period, filter, Timings.DecisionRaw | Timings.DecisionWorking), sheet.Of(period.Previous(), filter, Timings.DecisionWorking));
        var months = sheet.Trend(Step.Month, DashboardQuery.SixMonths(today), filter);
        var (campaigns, sources) = (sheet.By(Dimension.Campaign, period, filter, Timings.None), sheet.By(Dimension.Source, period, filter, Timings.None));
        var reps = compares ? sheet.By(Dimension.Rep, period, filter, Timings.DecisionWorking) : null;
        var (thisMonth, days) = (sheet.Of(month, filter, Timings.None), sheet.Trend(Step.Day, new Period(month.From, today), filter));

        // What can be chosen does not depend on what is chosen.
        var whole = filter == FigureFilter.All;
        var (anyCampaign, anySource) = whole
            ? (campaigns, sources)
            : (sheet.By(Dimension.Campaign, period, FigureFilter.All, Timings.None), sheet.By(Dimension.Source, period, FigureFilter.All, Timings.None));
        var anyAgreement = sheet.By(Dimension.AgreementVersion, period, FigureFilter.All, Timings.None);
        await sheet.Read(ct);

        return new DashboardFigures(
            visit,
            query,
            roster,
            clock.Now,
            now.Answer,
            before.Answer,
            months.Answer,
            campaigns.Answer,
            sources.Answer,
            reps?.Answer,
            BurnUp(visit.Pod, month, thisMonth.Answer, days.Answer),
            new FilterChoices(
                Texts(anyCampaign.Answer), Texts(anySource.Answer), Texts(anyAgreement.Answer),
                People(visit, roster, Side.Sales, compares), People(visit, roster, Side.Marketing, compares)),
            ExportLinks.Path + exports.Make(new ExportLink(pod, visit.Member.Id, period, compares ? filter : Own(visit.Member, filter))));
    }

    /// <summary>This month's leads day by day, where something was promised for it.</summary>
    private static BurnUp? BurnUp(Pod pod, Period month, PodFigures figures, ValueList<TrendPoint> days)
    {
        if (figures.Commitment is not { } pace)
            return null;
        var sum = 0;
        var byDay = days.Select(day => sum += day.Figures.HandedOver).ToValueList();
        return new BurnUp(month, pace, byDay, EvenPace(pod, month, pace.Target));
    }

    private static ValueList<double> EvenPace(Pod pod, Period month, int target)
    {
        var working = month.Parts(Step.Day).Select(day => IsWorking(pod, day.From) ? 1 : 0).ToList();
        var all = working.Sum();
        var passed = 0;
        return working.Select(day => all == 0 ? target : (double)target * (passed += day) / all).ToValueList();
    }

    private static bool IsWorking(Pod pod, LocalDate day) => pod.Hours.On(day.DayOfWeek).Count > 0 && !pod.Holidays.Contains(day);

    private static ValueList<Choice> People(DashboardVisit visit, Roster roster, Side side, bool everybody) => roster.Members
        .Where(member => member.Side == side && (everybody || member.Id == visit.Member.Id))
        .OrderByDescending(member => member.Active).ThenBy(member => member.Name, StringComparer.CurrentCulture)
        .Take(MostChoices)
        .Select(member => new Choice(member.Id.Value, member.Name)).ToValueList();

    /// <summary>Lines per lead name people, so without being a team lead one gets one's own.</summary>
    private static FigureFilter Own(Member member, FigureFilter filter) =>
        member.Side == Side.Sales ? filter with { Rep = member.Id } : filter with { Marketer = member.Email };

    private static ValueList<Choice> Texts(ValueList<GroupFigures> groups) => groups
        .Where(group => group.Key.Length > 0).Take(MostChoices)
        .Select(group => new Choice(group.Key, group.Label)).ToValueList();

    private async Task<Roster> RosterOf(DashboardVisit visit, CancellationToken ct) => (await rosters.Find(visit.Pod.Id, ct))!.Roster;
}
