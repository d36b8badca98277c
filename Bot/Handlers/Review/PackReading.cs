using AlignmentBot.Bot.Handlers.Statistics;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Review;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Statistics;
using AlignmentBot.Domain.Time;
using AlignmentBot.Storage;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bot.Handlers.Review;

/// <summary>Gathers what there is to look at together, from real records.</summary>
public sealed class PackReading(IStore store, FigureDesk desk, BotClock clock)
{
    /// <summary>How many leads of each kind are named; the rest are counted.</summary>
    private const int Named = 5;

    private const int Page = 200;
    private const int MostPages = 5;

    /// <summary>How far back promises are looked for that are over their time.</summary>
    private const int OverdueDays = 180;

    /// <summary>From how much working time on a lead that nobody takes is talked about.</summary>
    private static readonly Duration Patience = Duration.FromHours(8);

    public async Task<ReviewPack> Of(PodRoster here, PackKind kind, Period looks, CancellationToken ct)
    {
        var pod = here.Pod.Id;
        var now = await desk.Of(pod, looks, FigureFilter.All, ct);
        var before = await desk.Of(pod, looks.Previous(), FigureFilter.All, ct);
        return new ReviewPack(
            pod, kind, looks.From, looks.Until, clock.Now,
            MovedFigures.Of(now, before),
            await Matters(here.Pod, ct),
            await Wins(here, looks, ct),
            kind == PackKind.Weekly ? null : await LongView(pod, now, looks, ct));
    }

    private async Task<PackMatters> Matters(Pod pod, CancellationToken ct)
    {
        var at = clock.Now;
        var overdue = await desk.Of(pod.Id, Period.LastDays(await desk.Today(pod.Id, ct), OverdueDays), FigureFilter.All, ct);
        var unanswered = (await All(pod.Id, StateNames.Rejected, ct))
            .Select(lead => (lead.Id, State: (LeadState.Rejected)lead.State))
            .Where(lead => lead.State.Answered is null)
            .OrderBy(lead => lead.State.At).ToList();
        var untaken = (await All(pod.Id, StateNames.Offered, ct))
            .Select(lead => (lead.Id, ((LeadState.Offered)lead.State).Since))
            .Where(lead => WorkingTime.Between(lead.Since, at, WorkCalendar.Of(pod)) >= Patience)
            .OrderBy(lead => lead.Since).ToList();
        return new PackMatters(
            overdue.Clauses.Where(clause => clause.Overdue > 0).Select(clause => new OverdueClause(clause.Clause, clause.Overdue)).ToValueList(),
            unanswered.Take(Named).Select(lead => lead.Id).ToValueList(), unanswered.Count,
            untaken.Take(Named).Select(lead => lead.Id).ToValueList(), untaken.Count);
    }

    private async Task<ValueList<PackWin>> Wins(PodRoster here, Period looks, CancellationToken ct)
    {
        var span = looks.In(here.Pod.Zone);
        return (await All(here.Pod.Id, StateNames.Won, ct))
            .Select(lead => (Lead: lead, Won: (LeadState.Won)lead.State))
            .Where(win => span.Contains(win.Won.At))
            .OrderByDescending(win => win.Won.Amount?.Amount ?? 0)
            .Take(Named)
            .Select(win => new PackWin(win.Lead.Id, win.Lead.Owner, here.Roster.FindByEmail(win.Lead.Brief.Marketer)?.Id, win.Won.Amount))
            .ToValueList();
    }

    private async Task<LongView> LongView(PodId pod, PodFigures figures, Period looks, CancellationToken ct)
    {
        var six = new Period(Period.Month(looks.Until.PlusMonths(-5)).From, looks.Until);
        var months = await desk.Trend(pod, Step.Month, six, FigureFilter.All, ct);
        return new LongView(
            figures.HandedOver, figures.Commitment?.Target, figures.Accepted, figures.KeptBySales, figures.KeptByMarketing, figures.Won, figures.WonAmounts,
            figures.Rejections.ByReason.Count > 0 ? figures.Rejections.ByReason[0] : null,
            months.Select(month => new MonthView(month.Part.From, month.Figures.HandedOver, month.Figures.Accepted, month.Figures.Won)).ToValueList());
    }

    /// <summary>The pod's leads in a state, the newest thousand.</summary>
    private async Task<IReadOnlyList<Lead>> All(PodId pod, string state, CancellationToken ct)
    {
        var all = new List<Lead>();
        LeadCursor? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var read = await store.ListLeads(new LeadQuery(pod, [state], null, cursor, Page), ct);
            all.AddRange(read.Leads.Select(stored => stored.Lead));
            if (read.Next is null)
                break;
            cursor = read.Next;
        }

        return all;
    }
}
