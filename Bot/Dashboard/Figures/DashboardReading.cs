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
        var today = await desk.Today(pod, ct);
        var (period, filter) = (query.Period, query.Filter);
        var compares = FigureRights.MayCompare(visit.Member, pod);
        return new DashboardFigures(
            visit,
            query,
            await RosterOf(visit, ct),
            clock.Now,
            await desk.Of(pod, period, filter, ct),
            await desk.Of(pod, period.Previous(), filter, ct),
            await desk.Trend(pod, Step.Month, DashboardQuery.SixMonths(today), filter, ct),
            await desk.By(pod, Dimension.Campaign, period, filter, ct),
            await desk.By(pod, Dimension.Source, period, filter, ct),
            compares ? await desk.By(pod, Dimension.Rep, period, filter, ct) : null,
            await BurnUp(visit.Pod, today, filter, ct),
            await Choices(visit, period, compares, ct),
            ExportLinks.Path + exports.Make(new ExportLink(pod, visit.Member.Id, period, compares ? filter : Own(visit.Member, filter))));
    }

    /// <summary>This month's leads day by day, where something was promised for it.</summary>
    private async Task<BurnUp?> BurnUp(Pod pod, LocalDate today, FigureFilter filter, CancellationToken ct)
    {
        var month = Period.ThisMonth(today);
        if ((await desk.Of(pod.Id, month, filter, ct)).Commitment is not { } pace)
            return null;
        var days = await desk.Trend(pod.Id, Step.Day, new Period(month.From, today), filter, ct);
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

    private async Task<FilterChoices> Choices(DashboardVisit visit, Period period, bool everybody, CancellationToken ct)
    {
        var roster = await RosterOf(visit, ct);
        return new FilterChoices(
            Texts(await desk.By(visit.Pod.Id, Dimension.Campaign, period, FigureFilter.All, ct)),
            Texts(await desk.By(visit.Pod.Id, Dimension.Source, period, FigureFilter.All, ct)),
            People(Side.Sales),
            People(Side.Marketing));

        ValueList<Choice> People(Side side) => roster.Members
            .Where(member => member.Side == side && (everybody || member.Id == visit.Member.Id))
            .OrderByDescending(member => member.Active).ThenBy(member => member.Name, StringComparer.CurrentCulture)
            .Take(MostChoices)
            .Select(member => new Choice(member.Id.Value, member.Name)).ToValueList();
    }

    /// <summary>Lines per lead name people, so without being a team lead one gets one's own.</summary>
    private static FigureFilter Own(Member member, FigureFilter filter) =>
        member.Side == Side.Sales ? filter with { Rep = member.Id } : filter with { Marketer = member.Email };

    private static ValueList<Choice> Texts(ValueList<GroupFigures> groups) => groups
        .Where(group => group.Key.Length > 0).Take(MostChoices)
        .Select(group => new Choice(group.Key, group.Label)).ToValueList();

    private async Task<Roster> RosterOf(DashboardVisit visit, CancellationToken ct) => (await rosters.Find(visit.Pod.Id, ct))!.Roster;
}
